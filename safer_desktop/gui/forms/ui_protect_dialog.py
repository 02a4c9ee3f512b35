# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'protect_dialog.ui'
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
from PySide6.QtWidgets import (QApplication, QCheckBox, QDialog, QFormLayout,
    QHBoxLayout, QLabel, QLineEdit, QPushButton,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

class Ui_ProtectDialog(object):
    def setupUi(self, ProtectDialog):
        if not ProtectDialog.objectName():
            ProtectDialog.setObjectName(u"ProtectDialog")
        ProtectDialog.resize(520, 320)
        self.layout = QVBoxLayout(ProtectDialog)
        self.layout.setSpacing(8)
        self.layout.setObjectName(u"layout")
        self.layout.setContentsMargins(16, 16, 16, 16)
        self.heading = QLabel(ProtectDialog)
        self.heading.setObjectName(u"heading")
        self.heading.setWordWrap(True)
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setProperty(u"role", u"section")

        self.layout.addWidget(self.heading)

        self.explanation = QLabel(ProtectDialog)
        self.explanation.setObjectName(u"explanation")
        self.explanation.setWordWrap(True)
        self.explanation.setProperty(u"role", u"sub")

        self.layout.addWidget(self.explanation)

        self.form = QFormLayout()
        self.form.setObjectName(u"form")
        self.form.setHorizontalSpacing(16)
        self.form.setVerticalSpacing(8)
        self.password_label = QLabel(ProtectDialog)
        self.password_label.setObjectName(u"password_label")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.password_label)

        self.password = QLineEdit(ProtectDialog)
        self.password.setObjectName(u"password")
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setMaxLength(255)

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.password)

        self.again_label = QLabel(ProtectDialog)
        self.again_label.setObjectName(u"again_label")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.again_label)

        self.again = QLineEdit(ProtectDialog)
        self.again.setObjectName(u"again")
        self.again.setEchoMode(QLineEdit.EchoMode.Password)
        self.again.setMaxLength(255)

        self.form.setWidget(1, QFormLayout.ItemRole.FieldRole, self.again)

        self.show_password = QCheckBox(ProtectDialog)
        self.show_password.setObjectName(u"show_password")

        self.form.setWidget(2, QFormLayout.ItemRole.FieldRole, self.show_password)


        self.layout.addLayout(self.form)

        self.message = QLabel(ProtectDialog)
        self.message.setObjectName(u"message")
        self.message.setWordWrap(True)

        self.layout.addWidget(self.message)

        self.stretch = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout.addItem(self.stretch)

        self.bottom = QHBoxLayout()
        self.bottom.setSpacing(8)
        self.bottom.setObjectName(u"bottom")
        self.remove = QPushButton(ProtectDialog)
        self.remove.setObjectName(u"remove")
        self.remove.setAutoDefault(False)

        self.bottom.addWidget(self.remove)

        self.space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.bottom.addItem(self.space)

        self.protect = QPushButton(ProtectDialog)
        self.protect.setObjectName(u"protect")

        self.bottom.addWidget(self.protect)

        self.cancel = QPushButton(ProtectDialog)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.bottom.addWidget(self.cancel)


        self.layout.addLayout(self.bottom)

#if QT_CONFIG(shortcut)
        self.password_label.setBuddy(self.password)
        self.again_label.setBuddy(self.again)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.password, self.again)
        QWidget.setTabOrder(self.again, self.show_password)
        QWidget.setTabOrder(self.show_password, self.protect)
        QWidget.setTabOrder(self.protect, self.cancel)
        QWidget.setTabOrder(self.cancel, self.remove)

        self.retranslateUi(ProtectDialog)
        self.cancel.clicked.connect(ProtectDialog.reject)

        self.protect.setDefault(True)


        QMetaObject.connectSlotsByName(ProtectDialog)
    # setupUi

    def retranslateUi(self, ProtectDialog):
        ProtectDialog.setWindowTitle(QCoreApplication.translate("ProtectDialog", u"Password of the pack", None))
        self.explanation.setText(QCoreApplication.translate("ProtectDialog", u"Everything in the pack is encrypted (AES-256), unsaved work included. The password is stored nowhere: if it is lost, nobody can open the pack. The file follows when you save.", None))
        self.password_label.setText(QCoreApplication.translate("ProtectDialog", u"&Password:", None))
#if QT_CONFIG(accessibility)
        self.password.setAccessibleName(QCoreApplication.translate("ProtectDialog", u"New password of the pack", None))
#endif // QT_CONFIG(accessibility)
        self.again_label.setText(QCoreApplication.translate("ProtectDialog", u"&Once more:", None))
#if QT_CONFIG(accessibility)
        self.again.setAccessibleName(QCoreApplication.translate("ProtectDialog", u"New password once more", None))
#endif // QT_CONFIG(accessibility)
        self.show_password.setText(QCoreApplication.translate("ProtectDialog", u"&Show what I type", None))
        self.message.setText("")
        self.remove.setText(QCoreApplication.translate("ProtectDialog", u"&Remove the password", None))
        self.protect.setText(QCoreApplication.translate("ProtectDialog", u"P&rotect", None))
        self.cancel.setText(QCoreApplication.translate("ProtectDialog", u"Cancel", None))
    # retranslateUi

