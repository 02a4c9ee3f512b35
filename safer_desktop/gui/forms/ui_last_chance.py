# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'last_chance.ui'
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
from PySide6.QtWidgets import (QApplication, QDialog, QHBoxLayout, QLabel,
    QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)

class Ui_LastChanceDialog(object):
    def setupUi(self, LastChanceDialog):
        if not LastChanceDialog.objectName():
            LastChanceDialog.setObjectName(u"LastChanceDialog")
        LastChanceDialog.resize(520, 280)
        self.column = QVBoxLayout(LastChanceDialog)
        self.column.setSpacing(16)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 16)
        self.title = QLabel(LastChanceDialog)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"role", u"title")
        self.title.setWordWrap(True)

        self.column.addWidget(self.title)

        self.safe = QLabel(LastChanceDialog)
        self.safe.setObjectName(u"safe")
        self.safe.setWordWrap(True)

        self.column.addWidget(self.safe)

        self.remedy = QLabel(LastChanceDialog)
        self.remedy.setObjectName(u"remedy")
        self.remedy.setWordWrap(True)

        self.column.addWidget(self.remedy)

        self.log = QLabel(LastChanceDialog)
        self.log.setObjectName(u"log")
        self.log.setProperty(u"role", u"muted")
        self.log.setWordWrap(True)
        self.log.setTextFormat(Qt.TextFormat.PlainText)
        self.log.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard|Qt.TextInteractionFlag.TextSelectableByMouse)

        self.column.addWidget(self.log)

        self.stretch = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.column.addItem(self.stretch)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.copy = QPushButton(LastChanceDialog)
        self.copy.setObjectName(u"copy")
        self.copy.setAutoDefault(False)

        self.buttons.addWidget(self.copy)

        self.middle = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.middle)

        self.go_on = QPushButton(LastChanceDialog)
        self.go_on.setObjectName(u"go_on")

        self.buttons.addWidget(self.go_on)


        self.column.addLayout(self.buttons)


        self.retranslateUi(LastChanceDialog)
        self.go_on.clicked.connect(LastChanceDialog.accept)

        self.go_on.setDefault(True)


        QMetaObject.connectSlotsByName(LastChanceDialog)
    # setupUi

    def retranslateUi(self, LastChanceDialog):
        LastChanceDialog.setWindowTitle(QCoreApplication.translate("LastChanceDialog", u"Safer Desktop: something went wrong", None))
        self.title.setText(QCoreApplication.translate("LastChanceDialog", u"Something went wrong in the program", None))
        self.safe.setText(QCoreApplication.translate("LastChanceDialog", u"Your pack is safe. Every change was written to a working copy as you made it, and the file that you opened has not been touched.", None))
        self.remedy.setText(QCoreApplication.translate("LastChanceDialog", u"Save your work under a new name (File, Save as), then close the program and start it again. If it happens once more, send the details to whoever looks after the program. Read them first: they may name a file of yours.", None))
        self.copy.setText(QCoreApplication.translate("LastChanceDialog", u"&Copy details", None))
        self.go_on.setText(QCoreApplication.translate("LastChanceDialog", u"&Go on", None))
    # retranslateUi

