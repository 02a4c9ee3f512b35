# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'bridge_dialog.ui'
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

class Ui_BridgeDialog(object):
    def setupUi(self, BridgeDialog):
        if not BridgeDialog.objectName():
            BridgeDialog.setObjectName(u"BridgeDialog")
        BridgeDialog.resize(620, 420)
        self.layout = QVBoxLayout(BridgeDialog)
        self.layout.setSpacing(8)
        self.layout.setObjectName(u"layout")
        self.layout.setContentsMargins(16, 16, 16, 16)
        self.heading = QLabel(BridgeDialog)
        self.heading.setObjectName(u"heading")
        self.heading.setWordWrap(True)
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setProperty(u"role", u"strong")

        self.layout.addWidget(self.heading)

        self.form = QFormLayout()
        self.form.setObjectName(u"form")
        self.form.setHorizontalSpacing(16)
        self.form.setVerticalSpacing(8)
        self.kind_label = QLabel(BridgeDialog)
        self.kind_label.setObjectName(u"kind_label")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.kind_label)

        self.kind = QComboBox(BridgeDialog)
        self.kind.setObjectName(u"kind")

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.kind)

        self.factor_label = QLabel(BridgeDialog)
        self.factor_label.setObjectName(u"factor_label")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.factor_label)

        self.factor = QLineEdit(BridgeDialog)
        self.factor.setObjectName(u"factor")

        self.form.setWidget(1, QFormLayout.ItemRole.FieldRole, self.factor)

        self.series_label = QLabel(BridgeDialog)
        self.series_label.setObjectName(u"series_label")

        self.form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.series_label)

        self.series = QComboBox(BridgeDialog)
        self.series.setObjectName(u"series")
        self.series.setMinimumContentsLength(30)
        self.series.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

        self.form.setWidget(2, QFormLayout.ItemRole.FieldRole, self.series)

        self.reason_label = QLabel(BridgeDialog)
        self.reason_label.setObjectName(u"reason_label")

        self.form.setWidget(3, QFormLayout.ItemRole.LabelRole, self.reason_label)

        self.reason = QLineEdit(BridgeDialog)
        self.reason.setObjectName(u"reason")

        self.form.setWidget(3, QFormLayout.ItemRole.FieldRole, self.reason)

        self.source_label = QLabel(BridgeDialog)
        self.source_label.setObjectName(u"source_label")

        self.form.setWidget(4, QFormLayout.ItemRole.LabelRole, self.source_label)

        self.source = QLineEdit(BridgeDialog)
        self.source.setObjectName(u"source")

        self.form.setWidget(4, QFormLayout.ItemRole.FieldRole, self.source)

        self.who_label = QLabel(BridgeDialog)
        self.who_label.setObjectName(u"who_label")

        self.form.setWidget(5, QFormLayout.ItemRole.LabelRole, self.who_label)

        self.who = QLineEdit(BridgeDialog)
        self.who.setObjectName(u"who")

        self.form.setWidget(5, QFormLayout.ItemRole.FieldRole, self.who)

        self.entered_label = QLabel(BridgeDialog)
        self.entered_label.setObjectName(u"entered_label")

        self.form.setWidget(6, QFormLayout.ItemRole.LabelRole, self.entered_label)

        self.entered = QLineEdit(BridgeDialog)
        self.entered.setObjectName(u"entered")

        self.form.setWidget(6, QFormLayout.ItemRole.FieldRole, self.entered)


        self.layout.addLayout(self.form)

        self.effect = QLabel(BridgeDialog)
        self.effect.setObjectName(u"effect")
        self.effect.setWordWrap(True)
        self.effect.setTextFormat(Qt.TextFormat.PlainText)
        self.effect.setProperty(u"role", u"caption")

        self.layout.addWidget(self.effect)

        self.message = QLabel(BridgeDialog)
        self.message.setObjectName(u"message")
        self.message.setWordWrap(True)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setProperty(u"chip", u"bad")

        self.layout.addWidget(self.message)

        self.space = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout.addItem(self.space)

        self.buttons = QDialogButtonBox(BridgeDialog)
        self.buttons.setObjectName(u"buttons")
        self.buttons.setStandardButtons(QDialogButtonBox.StandardButton.Cancel|QDialogButtonBox.StandardButton.Ok)

        self.layout.addWidget(self.buttons)

#if QT_CONFIG(shortcut)
        self.kind_label.setBuddy(self.kind)
        self.factor_label.setBuddy(self.factor)
        self.series_label.setBuddy(self.series)
        self.reason_label.setBuddy(self.reason)
        self.source_label.setBuddy(self.source)
        self.who_label.setBuddy(self.who)
        self.entered_label.setBuddy(self.entered)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.kind, self.factor)
        QWidget.setTabOrder(self.factor, self.series)
        QWidget.setTabOrder(self.series, self.reason)
        QWidget.setTabOrder(self.reason, self.source)
        QWidget.setTabOrder(self.source, self.who)
        QWidget.setTabOrder(self.who, self.entered)

        self.retranslateUi(BridgeDialog)
        self.buttons.rejected.connect(BridgeDialog.reject)

        QMetaObject.connectSlotsByName(BridgeDialog)
    # setupUi

    def retranslateUi(self, BridgeDialog):
        BridgeDialog.setWindowTitle(QCoreApplication.translate("BridgeDialog", u"Bridge across a definition break", None))
        self.kind_label.setText(QCoreApplication.translate("BridgeDialog", u"&Bridged by", None))
        self.factor_label.setText(QCoreApplication.translate("BridgeDialog", u"&Factor", None))
        self.factor.setPlaceholderText(QCoreApplication.translate("BridgeDialog", u"1.08 makes each earlier figure 8% larger", None))
        self.series_label.setText(QCoreApplication.translate("BridgeDialog", u"Parallel &series", None))
#if QT_CONFIG(tooltip)
        self.series.setToolTip(QCoreApplication.translate("BridgeDialog", u"The indicator that has the earlier figures on the new definition", None))
#endif // QT_CONFIG(tooltip)
        self.reason_label.setText(QCoreApplication.translate("BridgeDialog", u"&Reason", None))
        self.reason.setPlaceholderText(QCoreApplication.translate("BridgeDialog", u"why this makes the figures alike", None))
        self.source_label.setText(QCoreApplication.translate("BridgeDialog", u"S&ource", None))
        self.source.setPlaceholderText(QCoreApplication.translate("BridgeDialog", u"where that is published or who worked it out", None))
        self.who_label.setText(QCoreApplication.translate("BridgeDialog", u"Decided &by", None))
        self.entered_label.setText(QCoreApplication.translate("BridgeDialog", u"O&n", None))
    # retranslateUi

