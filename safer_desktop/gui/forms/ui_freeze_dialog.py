# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'freeze_dialog.ui'
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
from PySide6.QtWidgets import (QApplication, QDateEdit, QDialog, QHBoxLayout,
    QLabel, QLineEdit, QPushButton, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)

class Ui_FreezeDialog(object):
    def setupUi(self, FreezeDialog):
        if not FreezeDialog.objectName():
            FreezeDialog.setObjectName(u"FreezeDialog")
        FreezeDialog.resize(520, 230)
        self.layout = QVBoxLayout(FreezeDialog)
        self.layout.setSpacing(8)
        self.layout.setObjectName(u"layout")
        self.layout.setContentsMargins(16, 16, 16, 16)
        self.explanation = QLabel(FreezeDialog)
        self.explanation.setObjectName(u"explanation")
        self.explanation.setTextFormat(Qt.TextFormat.PlainText)
        self.explanation.setWordWrap(True)
        self.explanation.setProperty(u"role", u"sub")

        self.layout.addWidget(self.explanation)

        self.row_3 = QHBoxLayout()
        self.row_3.setSpacing(8)
        self.row_3.setObjectName(u"row_3")
        self.board_date_label = QLabel(FreezeDialog)
        self.board_date_label.setObjectName(u"board_date_label")
        self.board_date_label.setTextFormat(Qt.TextFormat.PlainText)

        self.row_3.addWidget(self.board_date_label)

        self.board_date = QDateEdit(FreezeDialog)
        self.board_date.setObjectName(u"board_date")
        self.board_date.setCalendarPopup(True)
        self.board_date.setDisplayFormat(u"d MMM yyyy")

        self.row_3.addWidget(self.board_date)

        self.spacerItem = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.row_3.addItem(self.spacerItem)


        self.layout.addLayout(self.row_3)

        self.row_4 = QHBoxLayout()
        self.row_4.setSpacing(8)
        self.row_4.setObjectName(u"row_4")
        self.why_label = QLabel(FreezeDialog)
        self.why_label.setObjectName(u"why_label")
        self.why_label.setTextFormat(Qt.TextFormat.PlainText)

        self.row_4.addWidget(self.why_label)

        self.why = QLineEdit(FreezeDialog)
        self.why.setObjectName(u"why")
        self.why.setClearButtonEnabled(True)

        self.row_4.addWidget(self.why)


        self.layout.addLayout(self.row_4)

        self.spacerItem1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout.addItem(self.spacerItem1)

        self.row_5 = QHBoxLayout()
        self.row_5.setSpacing(8)
        self.row_5.setObjectName(u"row_5")
        self.spacerItem2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.row_5.addItem(self.spacerItem2)

        self.keep = QPushButton(FreezeDialog)
        self.keep.setObjectName(u"keep")

        self.row_5.addWidget(self.keep)

        self.cancel = QPushButton(FreezeDialog)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.row_5.addWidget(self.cancel)


        self.layout.addLayout(self.row_5)

#if QT_CONFIG(shortcut)
        self.board_date_label.setBuddy(self.board_date)
        self.why_label.setBuddy(self.why)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.board_date, self.why)
        QWidget.setTabOrder(self.why, self.keep)
        QWidget.setTabOrder(self.keep, self.cancel)

        self.retranslateUi(FreezeDialog)
        self.keep.clicked.connect(FreezeDialog.accept)
        self.cancel.clicked.connect(FreezeDialog.reject)

        self.keep.setDefault(True)


        QMetaObject.connectSlotsByName(FreezeDialog)
    # setupUi

    def retranslateUi(self, FreezeDialog):
        FreezeDialog.setWindowTitle(QCoreApplication.translate("FreezeDialog", u"Freeze the matrix for a board", None))
        self.board_date_label.setText(QCoreApplication.translate("FreezeDialog", u"&Date of the board:", None))
#if QT_CONFIG(accessibility)
        self.board_date.setAccessibleName(QCoreApplication.translate("FreezeDialog", u"Date of the board", None))
#endif // QT_CONFIG(accessibility)
        self.why_label.setText(QCoreApplication.translate("FreezeDialog", u"&Why:", None))
#if QT_CONFIG(accessibility)
        self.why.setAccessibleName(QCoreApplication.translate("FreezeDialog", u"Why it is frozen", None))
#endif // QT_CONFIG(accessibility)
        self.why.setPlaceholderText(QCoreApplication.translate("FreezeDialog", u"for the minutes, such as: seen by the board", None))
        self.keep.setText(QCoreApplication.translate("FreezeDialog", u"&Freeze", None))
        self.cancel.setText(QCoreApplication.translate("FreezeDialog", u"Cancel", None))
    # retranslateUi

