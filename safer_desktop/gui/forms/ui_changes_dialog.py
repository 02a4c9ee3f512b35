# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'changes_dialog.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QAbstractItemView, QApplication, QComboBox, QDateEdit,
    QDialog, QHBoxLayout, QHeaderView, QLabel,
    QLineEdit, QPushButton, QSizePolicy, QSpacerItem,
    QTableView, QVBoxLayout, QWidget)

class Ui_ChangesDialog(object):
    def setupUi(self, ChangesDialog):
        if not ChangesDialog.objectName():
            ChangesDialog.setObjectName(u"ChangesDialog")
        ChangesDialog.resize(1180, 600)
        self.layout = QVBoxLayout(ChangesDialog)
        self.layout.setSpacing(8)
        self.layout.setObjectName(u"layout")
        self.layout.setContentsMargins(16, 16, 16, 16)
        self.row_8 = QHBoxLayout()
        self.row_8.setSpacing(8)
        self.row_8.setObjectName(u"row_8")
        self.type_label = QLabel(ChangesDialog)
        self.type_label.setObjectName(u"type_label")
        self.type_label.setTextFormat(Qt.TextFormat.PlainText)

        self.row_8.addWidget(self.type_label)

        self.type = QComboBox(ChangesDialog)
        self.type.setObjectName(u"type")
        self.type.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.type.setMinimumContentsLength(22)

        self.row_8.addWidget(self.type)

        self.who_label = QLabel(ChangesDialog)
        self.who_label.setObjectName(u"who_label")
        self.who_label.setTextFormat(Qt.TextFormat.PlainText)

        self.row_8.addWidget(self.who_label)

        self.who = QComboBox(ChangesDialog)
        self.who.setObjectName(u"who")
        self.who.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.who.setMinimumContentsLength(22)

        self.row_8.addWidget(self.who)

        self.from_label = QLabel(ChangesDialog)
        self.from_label.setObjectName(u"from_label")
        self.from_label.setTextFormat(Qt.TextFormat.PlainText)

        self.row_8.addWidget(self.from_label)

        self.first = QDateEdit(ChangesDialog)
        self.first.setObjectName(u"first")
        self.first.setCalendarPopup(True)
        self.first.setDisplayFormat(u"d MMM yyyy")

        self.row_8.addWidget(self.first)

        self.to_label = QLabel(ChangesDialog)
        self.to_label.setObjectName(u"to_label")
        self.to_label.setTextFormat(Qt.TextFormat.PlainText)

        self.row_8.addWidget(self.to_label)

        self.last = QDateEdit(ChangesDialog)
        self.last.setObjectName(u"last")
        self.last.setCalendarPopup(True)
        self.last.setDisplayFormat(u"d MMM yyyy")

        self.row_8.addWidget(self.last)

        self.spacerItem = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.row_8.addItem(self.spacerItem)


        self.layout.addLayout(self.row_8)

        self.find_line = QHBoxLayout()
        self.find_line.setSpacing(8)
        self.find_line.setObjectName(u"find_line")
        self.find_label = QLabel(ChangesDialog)
        self.find_label.setObjectName(u"find_label")
        self.find_label.setTextFormat(Qt.TextFormat.PlainText)

        self.find_line.addWidget(self.find_label)

        self.find = QLineEdit(ChangesDialog)
        self.find.setObjectName(u"find")
        self.find.setClearButtonEnabled(True)

        self.find_line.addWidget(self.find)


        self.layout.addLayout(self.find_line)

        self.heading = QLabel(ChangesDialog)
        self.heading.setObjectName(u"heading")
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setWordWrap(True)
        self.heading.setProperty(u"role", u"muted")

        self.layout.addWidget(self.heading)

        self.changes = QTableView(ChangesDialog)
        self.changes.setObjectName(u"changes")
        self.changes.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.changes.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.changes.setTabKeyNavigation(False)
        self.changes.setWordWrap(False)

        self.layout.addWidget(self.changes)

        self.row_9 = QHBoxLayout()
        self.row_9.setSpacing(8)
        self.row_9.setObjectName(u"row_9")
        self.copy = QPushButton(ChangesDialog)
        self.copy.setObjectName(u"copy")
        self.copy.setAutoDefault(False)

        self.row_9.addWidget(self.copy)

        self.export_button = QPushButton(ChangesDialog)
        self.export_button.setObjectName(u"export_button")
        self.export_button.setAutoDefault(False)

        self.row_9.addWidget(self.export_button)

        self.verify = QPushButton(ChangesDialog)
        self.verify.setObjectName(u"verify")
        self.verify.setAutoDefault(False)

        self.row_9.addWidget(self.verify)

        self.spacerItem1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.row_9.addItem(self.spacerItem1)

        self.close_button = QPushButton(ChangesDialog)
        self.close_button.setObjectName(u"close_button")
        self.close_button.setAutoDefault(False)

        self.row_9.addWidget(self.close_button)


        self.layout.addLayout(self.row_9)

#if QT_CONFIG(shortcut)
        self.type_label.setBuddy(self.type)
        self.who_label.setBuddy(self.who)
        self.from_label.setBuddy(self.first)
        self.to_label.setBuddy(self.last)
        self.find_label.setBuddy(self.find)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.type, self.who)
        QWidget.setTabOrder(self.who, self.first)
        QWidget.setTabOrder(self.first, self.last)
        QWidget.setTabOrder(self.last, self.find)
        QWidget.setTabOrder(self.find, self.changes)
        QWidget.setTabOrder(self.changes, self.copy)
        QWidget.setTabOrder(self.copy, self.export_button)
        QWidget.setTabOrder(self.export_button, self.verify)
        QWidget.setTabOrder(self.verify, self.close_button)

        self.retranslateUi(ChangesDialog)
        self.close_button.clicked.connect(ChangesDialog.accept)

        QMetaObject.connectSlotsByName(ChangesDialog)
    # setupUi

    def retranslateUi(self, ChangesDialog):
        ChangesDialog.setWindowTitle(QCoreApplication.translate("ChangesDialog", u"Changes", None))
        self.type_label.setText(QCoreApplication.translate("ChangesDialog", u"&What:", None))
#if QT_CONFIG(accessibility)
        self.type.setAccessibleName(QCoreApplication.translate("ChangesDialog", u"Only changes of", None))
#endif // QT_CONFIG(accessibility)
        self.who_label.setText(QCoreApplication.translate("ChangesDialog", u"W&ho:", None))
#if QT_CONFIG(accessibility)
        self.who.setAccessibleName(QCoreApplication.translate("ChangesDialog", u"Only changes by", None))
#endif // QT_CONFIG(accessibility)
        self.from_label.setText(QCoreApplication.translate("ChangesDialog", u"&From:", None))
#if QT_CONFIG(accessibility)
        self.first.setAccessibleName(QCoreApplication.translate("ChangesDialog", u"First day", None))
#endif // QT_CONFIG(accessibility)
        self.to_label.setText(QCoreApplication.translate("ChangesDialog", u"&To:", None))
#if QT_CONFIG(accessibility)
        self.last.setAccessibleName(QCoreApplication.translate("ChangesDialog", u"Last day", None))
#endif // QT_CONFIG(accessibility)
        self.find_label.setText(QCoreApplication.translate("ChangesDialog", u"Fi&nd:", None))
#if QT_CONFIG(accessibility)
        self.find.setAccessibleName(QCoreApplication.translate("ChangesDialog", u"Only changes with these words", None))
#endif // QT_CONFIG(accessibility)
        self.find.setPlaceholderText(QCoreApplication.translate("ChangesDialog", u"words of a change, a value or a reason", None))
#if QT_CONFIG(accessibility)
        self.changes.setAccessibleName(QCoreApplication.translate("ChangesDialog", u"Changes", None))
#endif // QT_CONFIG(accessibility)
        self.copy.setText(QCoreApplication.translate("ChangesDialog", u"&Copy all", None))
        self.export_button.setText(QCoreApplication.translate("ChangesDialog", u"&Export as csv\u2026", None))
        self.verify.setText(QCoreApplication.translate("ChangesDialog", u"&Prove the trail", None))
#if QT_CONFIG(tooltip)
        self.verify.setToolTip(QCoreApplication.translate("ChangesDialog", u"Checks the seal of every line: whether anybody altered, added or removed one", None))
#endif // QT_CONFIG(tooltip)
        self.close_button.setText(QCoreApplication.translate("ChangesDialog", u"C&lose", None))
    # retranslateUi

