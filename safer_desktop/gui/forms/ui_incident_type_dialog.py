# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'incident_type_dialog.ui'
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
from PySide6.QtWidgets import (QAbstractButton, QApplication, QComboBox, QDialog,
    QDialogButtonBox, QFormLayout, QLabel, QLineEdit,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

class Ui_IncidentTypeDialog(object):
    def setupUi(self, IncidentTypeDialog):
        if not IncidentTypeDialog.objectName():
            IncidentTypeDialog.setObjectName(u"IncidentTypeDialog")
        IncidentTypeDialog.resize(480, 220)
        self.layout = QVBoxLayout(IncidentTypeDialog)
        self.layout.setSpacing(8)
        self.layout.setObjectName(u"layout")
        self.layout.setContentsMargins(16, 16, 16, 16)
        self.form = QFormLayout()
        self.form.setObjectName(u"form")
        self.form.setHorizontalSpacing(16)
        self.form.setVerticalSpacing(8)
        self.name_label = QLabel(IncidentTypeDialog)
        self.name_label.setObjectName(u"name_label")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.name_label)

        self.name = QLineEdit(IncidentTypeDialog)
        self.name.setObjectName(u"name")

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.name)

        self.series_label = QLabel(IncidentTypeDialog)
        self.series_label.setObjectName(u"series_label")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.series_label)

        self.series = QComboBox(IncidentTypeDialog)
        self.series.setObjectName(u"series")

        self.form.setWidget(1, QFormLayout.ItemRole.FieldRole, self.series)


        self.layout.addLayout(self.form)

        self.message = QLabel(IncidentTypeDialog)
        self.message.setObjectName(u"message")
        self.message.setWordWrap(True)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setProperty(u"chip", u"bad")

        self.layout.addWidget(self.message)

        self.space = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout.addItem(self.space)

        self.buttons = QDialogButtonBox(IncidentTypeDialog)
        self.buttons.setObjectName(u"buttons")
        self.buttons.setStandardButtons(QDialogButtonBox.StandardButton.Cancel|QDialogButtonBox.StandardButton.Ok)

        self.layout.addWidget(self.buttons)

#if QT_CONFIG(shortcut)
        self.name_label.setBuddy(self.name)
        self.series_label.setBuddy(self.series)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.name, self.series)

        self.retranslateUi(IncidentTypeDialog)
        self.buttons.rejected.connect(IncidentTypeDialog.reject)

        QMetaObject.connectSlotsByName(IncidentTypeDialog)
    # setupUi

    def retranslateUi(self, IncidentTypeDialog):
        self.name_label.setText(QCoreApplication.translate("IncidentTypeDialog", u"&Name:", None))
        self.series_label.setText(QCoreApplication.translate("IncidentTypeDialog", u"&Count from:", None))
        pass
    # retranslateUi

