# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'password_dialog.ui'
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
from PySide6.QtWidgets import (QAbstractButton, QApplication, QCheckBox, QDialog,
    QDialogButtonBox, QHBoxLayout, QLabel, QLineEdit,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

class Ui_PasswordDialog(object):
    def setupUi(self, PasswordDialog):
        if not PasswordDialog.objectName():
            PasswordDialog.setObjectName(u"PasswordDialog")
        PasswordDialog.resize(460, 220)
        self.layout = QVBoxLayout(PasswordDialog)
        self.layout.setSpacing(8)
        self.layout.setObjectName(u"layout")
        self.layout.setContentsMargins(16, 16, 16, 16)
        self.heading = QLabel(PasswordDialog)
        self.heading.setObjectName(u"heading")
        self.heading.setWordWrap(True)
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setProperty(u"role", u"section")

        self.layout.addWidget(self.heading)

        self.explanation = QLabel(PasswordDialog)
        self.explanation.setObjectName(u"explanation")
        self.explanation.setWordWrap(True)
        self.explanation.setProperty(u"role", u"sub")

        self.layout.addWidget(self.explanation)

        self.line = QHBoxLayout()
        self.line.setSpacing(16)
        self.line.setObjectName(u"line")
        self.password_label = QLabel(PasswordDialog)
        self.password_label.setObjectName(u"password_label")

        self.line.addWidget(self.password_label)

        self.password = QLineEdit(PasswordDialog)
        self.password.setObjectName(u"password")
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setMaxLength(255)

        self.line.addWidget(self.password)


        self.layout.addLayout(self.line)

        self.show_password = QCheckBox(PasswordDialog)
        self.show_password.setObjectName(u"show_password")

        self.layout.addWidget(self.show_password)

        self.message = QLabel(PasswordDialog)
        self.message.setObjectName(u"message")
        self.message.setWordWrap(True)
        self.message.setProperty(u"chip", u"bad")

        self.layout.addWidget(self.message)

        self.space = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout.addItem(self.space)

        self.buttons = QDialogButtonBox(PasswordDialog)
        self.buttons.setObjectName(u"buttons")
        self.buttons.setStandardButtons(QDialogButtonBox.StandardButton.Cancel|QDialogButtonBox.StandardButton.Ok)

        self.layout.addWidget(self.buttons)

#if QT_CONFIG(shortcut)
        self.password_label.setBuddy(self.password)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.password, self.show_password)

        self.retranslateUi(PasswordDialog)
        self.buttons.accepted.connect(PasswordDialog.accept)
        self.buttons.rejected.connect(PasswordDialog.reject)

        QMetaObject.connectSlotsByName(PasswordDialog)
    # setupUi

    def retranslateUi(self, PasswordDialog):
        PasswordDialog.setWindowTitle(QCoreApplication.translate("PasswordDialog", u"Password needed", None))
        self.explanation.setText(QCoreApplication.translate("PasswordDialog", u"The password is used once to open this file. It is not stored anywhere.", None))
        self.password_label.setText(QCoreApplication.translate("PasswordDialog", u"&Password:", None))
#if QT_CONFIG(accessibility)
        self.password.setAccessibleName(QCoreApplication.translate("PasswordDialog", u"Password of the file", None))
#endif // QT_CONFIG(accessibility)
        self.show_password.setText(QCoreApplication.translate("PasswordDialog", u"&Show the password", None))
        self.message.setText(QCoreApplication.translate("PasswordDialog", u"That was not the right password. Capital letters matter. Try again.", None))
    # retranslateUi

