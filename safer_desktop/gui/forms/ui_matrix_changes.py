# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'matrix_changes.ui'
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
    QPushButton, QSizePolicy, QSpacerItem, QTableView,
    QVBoxLayout, QWidget)

class Ui_MatrixChangesDialog(object):
    def setupUi(self, MatrixChangesDialog):
        if not MatrixChangesDialog.objectName():
            MatrixChangesDialog.setObjectName(u"MatrixChangesDialog")
        MatrixChangesDialog.resize(1180, 600)
        self.layout = QVBoxLayout(MatrixChangesDialog)
        self.layout.setSpacing(8)
        self.layout.setObjectName(u"layout")
        self.layout.setContentsMargins(16, 16, 16, 16)
        self.row_8 = QHBoxLayout()
        self.row_8.setSpacing(8)
        self.row_8.setObjectName(u"row_8")
        self.type_label = QLabel(MatrixChangesDialog)
        self.type_label.setObjectName(u"type_label")
        self.type_label.setTextFormat(Qt.TextFormat.PlainText)

        self.row_8.addWidget(self.type_label)

        self.type = QComboBox(MatrixChangesDialog)
        self.type.setObjectName(u"type")
        self.type.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.type.setMinimumContentsLength(22)

        self.row_8.addWidget(self.type)

        self.who_label = QLabel(MatrixChangesDialog)
        self.who_label.setObjectName(u"who_label")
        self.who_label.setTextFormat(Qt.TextFormat.PlainText)

        self.row_8.addWidget(self.who_label)

        self.who = QComboBox(MatrixChangesDialog)
        self.who.setObjectName(u"who")
        self.who.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.who.setMinimumContentsLength(22)

        self.row_8.addWidget(self.who)

        self.from_label = QLabel(MatrixChangesDialog)
        self.from_label.setObjectName(u"from_label")
        self.from_label.setTextFormat(Qt.TextFormat.PlainText)

        self.row_8.addWidget(self.from_label)

        self.first = QDateEdit(MatrixChangesDialog)
        self.first.setObjectName(u"first")
        self.first.setCalendarPopup(True)
        self.first.setDisplayFormat(u"d MMM yyyy")

        self.row_8.addWidget(self.first)

        self.to_label = QLabel(MatrixChangesDialog)
        self.to_label.setObjectName(u"to_label")
        self.to_label.setTextFormat(Qt.TextFormat.PlainText)

        self.row_8.addWidget(self.to_label)

        self.last = QDateEdit(MatrixChangesDialog)
        self.last.setObjectName(u"last")
        self.last.setCalendarPopup(True)
        self.last.setDisplayFormat(u"d MMM yyyy")

        self.row_8.addWidget(self.last)

        self.spacerItem = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.row_8.addItem(self.spacerItem)


        self.layout.addLayout(self.row_8)

        self.heading = QLabel(MatrixChangesDialog)
        self.heading.setObjectName(u"heading")
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setWordWrap(True)
        self.heading.setProperty(u"role", u"muted")

        self.layout.addWidget(self.heading)

        self.changes = QTableView(MatrixChangesDialog)
        self.changes.setObjectName(u"changes")
        self.changes.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.changes.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.changes.setTabKeyNavigation(False)
        self.changes.setWordWrap(False)

        self.layout.addWidget(self.changes)

        self.row_9 = QHBoxLayout()
        self.row_9.setSpacing(8)
        self.row_9.setObjectName(u"row_9")
        self.copy = QPushButton(MatrixChangesDialog)
        self.copy.setObjectName(u"copy")
        self.copy.setAutoDefault(False)

        self.row_9.addWidget(self.copy)

        self.export_button = QPushButton(MatrixChangesDialog)
        self.export_button.setObjectName(u"export_button")
        self.export_button.setAutoDefault(False)

        self.row_9.addWidget(self.export_button)

        self.spacerItem1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.row_9.addItem(self.spacerItem1)

        self.close_button = QPushButton(MatrixChangesDialog)
        self.close_button.setObjectName(u"close_button")
        self.close_button.setAutoDefault(False)

        self.row_9.addWidget(self.close_button)


        self.layout.addLayout(self.row_9)

#if QT_CONFIG(shortcut)
        self.type_label.setBuddy(self.type)
        self.who_label.setBuddy(self.who)
        self.from_label.setBuddy(self.first)
        self.to_label.setBuddy(self.last)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.type, self.who)
        QWidget.setTabOrder(self.who, self.first)
        QWidget.setTabOrder(self.first, self.last)
        QWidget.setTabOrder(self.last, self.changes)
        QWidget.setTabOrder(self.changes, self.copy)
        QWidget.setTabOrder(self.copy, self.export_button)
        QWidget.setTabOrder(self.export_button, self.close_button)

        self.retranslateUi(MatrixChangesDialog)
        self.close_button.clicked.connect(MatrixChangesDialog.accept)

        QMetaObject.connectSlotsByName(MatrixChangesDialog)
    # setupUi

    def retranslateUi(self, MatrixChangesDialog):
        MatrixChangesDialog.setWindowTitle(QCoreApplication.translate("MatrixChangesDialog", u"Changes of the matrix", None))
        self.type_label.setText(QCoreApplication.translate("MatrixChangesDialog", u"&What:", None))
#if QT_CONFIG(accessibility)
        self.type.setAccessibleName(QCoreApplication.translate("MatrixChangesDialog", u"Only changes of", None))
#endif // QT_CONFIG(accessibility)
        self.who_label.setText(QCoreApplication.translate("MatrixChangesDialog", u"W&ho:", None))
#if QT_CONFIG(accessibility)
        self.who.setAccessibleName(QCoreApplication.translate("MatrixChangesDialog", u"Only changes by", None))
#endif // QT_CONFIG(accessibility)
        self.from_label.setText(QCoreApplication.translate("MatrixChangesDialog", u"&From:", None))
#if QT_CONFIG(accessibility)
        self.first.setAccessibleName(QCoreApplication.translate("MatrixChangesDialog", u"First day", None))
#endif // QT_CONFIG(accessibility)
        self.to_label.setText(QCoreApplication.translate("MatrixChangesDialog", u"&To:", None))
#if QT_CONFIG(accessibility)
        self.last.setAccessibleName(QCoreApplication.translate("MatrixChangesDialog", u"Last day", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.changes.setAccessibleName(QCoreApplication.translate("MatrixChangesDialog", u"Changes of the matrix", None))
#endif // QT_CONFIG(accessibility)
        self.copy.setText(QCoreApplication.translate("MatrixChangesDialog", u"&Copy all", None))
        self.export_button.setText(QCoreApplication.translate("MatrixChangesDialog", u"&Export as csv\u2026", None))
        self.close_button.setText(QCoreApplication.translate("MatrixChangesDialog", u"C&lose", None))
    # retranslateUi

