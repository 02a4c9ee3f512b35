# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'movement_dialog.ui'
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
from PySide6.QtWidgets import (QAbstractItemView, QApplication, QComboBox, QDialog,
    QHBoxLayout, QHeaderView, QLabel, QPlainTextEdit,
    QPushButton, QSizePolicy, QSpacerItem, QTabWidget,
    QTableView, QVBoxLayout, QWidget)

class Ui_MovementDialog(object):
    def setupUi(self, MovementDialog):
        if not MovementDialog.objectName():
            MovementDialog.setObjectName(u"MovementDialog")
        MovementDialog.resize(1100, 600)
        self.layout = QVBoxLayout(MovementDialog)
        self.layout.setSpacing(8)
        self.layout.setObjectName(u"layout")
        self.layout.setContentsMargins(16, 16, 16, 16)
        self.row_6 = QHBoxLayout()
        self.row_6.setSpacing(8)
        self.row_6.setObjectName(u"row_6")
        self.before_label = QLabel(MovementDialog)
        self.before_label.setObjectName(u"before_label")
        self.before_label.setTextFormat(Qt.TextFormat.PlainText)

        self.row_6.addWidget(self.before_label)

        self.before = QComboBox(MovementDialog)
        self.before.setObjectName(u"before")
        self.before.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.before.setMinimumContentsLength(44)

        self.row_6.addWidget(self.before)

        self.now_label = QLabel(MovementDialog)
        self.now_label.setObjectName(u"now_label")
        self.now_label.setTextFormat(Qt.TextFormat.PlainText)

        self.row_6.addWidget(self.now_label)

        self.now = QComboBox(MovementDialog)
        self.now.setObjectName(u"now")
        self.now.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.now.setMinimumContentsLength(44)

        self.row_6.addWidget(self.now)

        self.spacerItem = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.row_6.addItem(self.spacerItem)


        self.layout.addLayout(self.row_6)

        self.heading = QLabel(MovementDialog)
        self.heading.setObjectName(u"heading")
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setWordWrap(True)

        self.layout.addWidget(self.heading)

        self.views = QTabWidget(MovementDialog)
        self.views.setObjectName(u"views")
        self.views.setDocumentMode(True)
        self.table_page = QWidget()
        self.table_page.setObjectName(u"table_page")
        self.table_layout = QVBoxLayout(self.table_page)
        self.table_layout.setObjectName(u"table_layout")
        self.table_layout.setContentsMargins(0, -1, 0, -1)
        self.moves = QTableView(self.table_page)
        self.moves.setObjectName(u"moves")
        self.moves.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.moves.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.moves.setTabKeyNavigation(False)
        self.moves.setWordWrap(False)

        self.table_layout.addWidget(self.moves)

        self.views.addTab(self.table_page, "")
        self.picture_page = QWidget()
        self.picture_page.setObjectName(u"picture_page")
        self.picture_layout = QVBoxLayout(self.picture_page)
        self.picture_layout.setObjectName(u"picture_layout")
        self.picture_layout.setContentsMargins(0, -1, 0, -1)
        self.views.addTab(self.picture_page, "")
        self.words_page = QWidget()
        self.words_page.setObjectName(u"words_page")
        self.words_layout = QVBoxLayout(self.words_page)
        self.words_layout.setObjectName(u"words_layout")
        self.words_layout.setContentsMargins(0, -1, 0, -1)
        self.words = QPlainTextEdit(self.words_page)
        self.words.setObjectName(u"words")
        self.words.setReadOnly(True)
        self.words.setTabChangesFocus(True)

        self.words_layout.addWidget(self.words)

        self.views.addTab(self.words_page, "")

        self.layout.addWidget(self.views)

        self.row_7 = QHBoxLayout()
        self.row_7.setSpacing(8)
        self.row_7.setObjectName(u"row_7")
        self.copy = QPushButton(MovementDialog)
        self.copy.setObjectName(u"copy")
        self.copy.setAutoDefault(False)

        self.row_7.addWidget(self.copy)

        self.export_button = QPushButton(MovementDialog)
        self.export_button.setObjectName(u"export_button")
        self.export_button.setAutoDefault(False)

        self.row_7.addWidget(self.export_button)

        self.spacerItem1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.row_7.addItem(self.spacerItem1)

        self.close_button = QPushButton(MovementDialog)
        self.close_button.setObjectName(u"close_button")
        self.close_button.setAutoDefault(False)

        self.row_7.addWidget(self.close_button)


        self.layout.addLayout(self.row_7)

#if QT_CONFIG(shortcut)
        self.before_label.setBuddy(self.before)
        self.now_label.setBuddy(self.now)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.before, self.now)
        QWidget.setTabOrder(self.now, self.views)
        QWidget.setTabOrder(self.views, self.moves)
        QWidget.setTabOrder(self.moves, self.words)
        QWidget.setTabOrder(self.words, self.copy)
        QWidget.setTabOrder(self.copy, self.export_button)
        QWidget.setTabOrder(self.export_button, self.close_button)

        self.retranslateUi(MovementDialog)
        self.close_button.clicked.connect(MovementDialog.accept)

        QMetaObject.connectSlotsByName(MovementDialog)
    # setupUi

    def retranslateUi(self, MovementDialog):
        MovementDialog.setWindowTitle(QCoreApplication.translate("MovementDialog", u"What moved in the matrix", None))
        self.before_label.setText(QCoreApplication.translate("MovementDialog", u"&From:", None))
#if QT_CONFIG(accessibility)
        self.before.setAccessibleName(QCoreApplication.translate("MovementDialog", u"Earlier matrix", None))
#endif // QT_CONFIG(accessibility)
        self.now_label.setText(QCoreApplication.translate("MovementDialog", u"&To:", None))
#if QT_CONFIG(accessibility)
        self.now.setAccessibleName(QCoreApplication.translate("MovementDialog", u"Later matrix", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.moves.setAccessibleName(QCoreApplication.translate("MovementDialog", u"What moved", None))
#endif // QT_CONFIG(accessibility)
        self.views.setTabText(self.views.indexOf(self.table_page), QCoreApplication.translate("MovementDialog", u"Ta&ble", None))
        self.views.setTabText(self.views.indexOf(self.picture_page), QCoreApplication.translate("MovementDialog", u"&Picture", None))
#if QT_CONFIG(accessibility)
        self.words.setAccessibleName(QCoreApplication.translate("MovementDialog", u"What moved, in sentences", None))
#endif // QT_CONFIG(accessibility)
        self.views.setTabText(self.views.indexOf(self.words_page), QCoreApplication.translate("MovementDialog", u"&Sentences", None))
        self.copy.setText(QCoreApplication.translate("MovementDialog", u"&Copy all", None))
        self.export_button.setText(QCoreApplication.translate("MovementDialog", u"&Export as csv\u2026", None))
        self.close_button.setText(QCoreApplication.translate("MovementDialog", u"C&lose", None))
    # retranslateUi

