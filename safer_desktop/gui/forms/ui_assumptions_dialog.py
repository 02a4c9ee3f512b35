# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'assumptions_dialog.ui'
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
    QDialogButtonBox, QFormLayout, QHeaderView, QLabel,
    QListWidget, QListWidgetItem, QSizePolicy, QSpinBox,
    QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget)

class Ui_AssumptionsDialog(object):
    def setupUi(self, AssumptionsDialog):
        if not AssumptionsDialog.objectName():
            AssumptionsDialog.setObjectName(u"AssumptionsDialog")
        AssumptionsDialog.resize(580, 620)
        self.layout = QVBoxLayout(AssumptionsDialog)
        self.layout.setSpacing(8)
        self.layout.setObjectName(u"layout")
        self.layout.setContentsMargins(16, 16, 16, 16)
        self.meaning = QLabel(AssumptionsDialog)
        self.meaning.setObjectName(u"meaning")
        self.meaning.setWordWrap(True)
        self.meaning.setTextFormat(Qt.TextFormat.PlainText)

        self.layout.addWidget(self.meaning)

        self.sets_label = QLabel(AssumptionsDialog)
        self.sets_label.setObjectName(u"sets_label")

        self.layout.addWidget(self.sets_label)

        self.sets = QListWidget(AssumptionsDialog)
        self.sets.setObjectName(u"sets")

        self.layout.addWidget(self.sets)

        self.ranges_label = QLabel(AssumptionsDialog)
        self.ranges_label.setObjectName(u"ranges_label")

        self.layout.addWidget(self.ranges_label)

        self.ranges = QTableWidget(AssumptionsDialog)
        self.ranges.setObjectName(u"ranges")
        self.ranges.setTabKeyNavigation(False)

        self.layout.addWidget(self.ranges)

        self.form = QFormLayout()
        self.form.setObjectName(u"form")
        self.off_label = QLabel(AssumptionsDialog)
        self.off_label.setObjectName(u"off_label")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.off_label)

        self.off = QSpinBox(AssumptionsDialog)
        self.off.setObjectName(u"off")
        self.off.setMaximum(100)

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.off)

        self.chance = QCheckBox(AssumptionsDialog)
        self.chance.setObjectName(u"chance")

        self.form.setWidget(1, QFormLayout.ItemRole.FieldRole, self.chance)

        self.top_label = QLabel(AssumptionsDialog)
        self.top_label.setObjectName(u"top_label")

        self.form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.top_label)

        self.top = QSpinBox(AssumptionsDialog)
        self.top.setObjectName(u"top")
        self.top.setMinimum(1)
        self.top.setMaximum(20)

        self.form.setWidget(2, QFormLayout.ItemRole.FieldRole, self.top)

        self.draws_label = QLabel(AssumptionsDialog)
        self.draws_label.setObjectName(u"draws_label")

        self.form.setWidget(3, QFormLayout.ItemRole.LabelRole, self.draws_label)

        self.draws = QSpinBox(AssumptionsDialog)
        self.draws.setObjectName(u"draws")
        self.draws.setProperty(u"groupSeparatorShown", True)
        self.draws.setMinimum(100)
        self.draws.setMaximum(100000)
        self.draws.setSingleStep(1000)

        self.form.setWidget(3, QFormLayout.ItemRole.FieldRole, self.draws)

        self.seed_label = QLabel(AssumptionsDialog)
        self.seed_label.setObjectName(u"seed_label")

        self.form.setWidget(4, QFormLayout.ItemRole.LabelRole, self.seed_label)

        self.seed = QSpinBox(AssumptionsDialog)
        self.seed.setObjectName(u"seed")
        self.seed.setMaximum(999999)

        self.form.setWidget(4, QFormLayout.ItemRole.FieldRole, self.seed)


        self.layout.addLayout(self.form)

        self.message = QLabel(AssumptionsDialog)
        self.message.setObjectName(u"message")
        self.message.setWordWrap(True)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setProperty(u"chip", u"bad")

        self.layout.addWidget(self.message)

        self.buttons = QDialogButtonBox(AssumptionsDialog)
        self.buttons.setObjectName(u"buttons")
        self.buttons.setStandardButtons(QDialogButtonBox.StandardButton.Cancel|QDialogButtonBox.StandardButton.Ok)

        self.layout.addWidget(self.buttons)

#if QT_CONFIG(shortcut)
        self.sets_label.setBuddy(self.sets)
        self.ranges_label.setBuddy(self.ranges)
        self.off_label.setBuddy(self.off)
        self.top_label.setBuddy(self.top)
        self.draws_label.setBuddy(self.draws)
        self.seed_label.setBuddy(self.seed)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.sets, self.ranges)
        QWidget.setTabOrder(self.ranges, self.off)
        QWidget.setTabOrder(self.off, self.chance)
        QWidget.setTabOrder(self.chance, self.top)
        QWidget.setTabOrder(self.top, self.draws)
        QWidget.setTabOrder(self.draws, self.seed)

        self.retranslateUi(AssumptionsDialog)
        self.buttons.rejected.connect(AssumptionsDialog.reject)

        QMetaObject.connectSlotsByName(AssumptionsDialog)
    # setupUi

    def retranslateUi(self, AssumptionsDialog):
        AssumptionsDialog.setWindowTitle(QCoreApplication.translate("AssumptionsDialog", u"What is held plausible", None))
        self.sets_label.setText(QCoreApplication.translate("AssumptionsDialog", u"Weight &sets that a reasonable person could hold:", None))
#if QT_CONFIG(accessibility)
        self.sets.setAccessibleName(QCoreApplication.translate("AssumptionsDialog", u"Weight sets that are held plausible", None))
#endif // QT_CONFIG(accessibility)
        self.ranges_label.setText(QCoreApplication.translate("AssumptionsDialog", u"&Weights that a reasonable person could hold (in %):", None))
#if QT_CONFIG(accessibility)
        self.ranges.setAccessibleName(QCoreApplication.translate("AssumptionsDialog", u"Lowest and highest weight of each factor in percent", None))
#endif // QT_CONFIG(accessibility)
        self.off_label.setText(QCoreApplication.translate("AssumptionsDialog", u"A score is one &level off:", None))
        self.off.setSuffix(QCoreApplication.translate("AssumptionsDialog", u"% of the time", None))
        self.chance.setText(QCoreApplication.translate("AssumptionsDialog", u"&Counts vary by chance (Poisson)", None))
        self.top_label.setText(QCoreApplication.translate("AssumptionsDialog", u"Asked about the &top:", None))
        self.draws_label.setText(QCoreApplication.translate("AssumptionsDialog", u"&Draws:", None))
        self.seed_label.setText(QCoreApplication.translate("AssumptionsDialog", u"&Seed (the same seed gives the same result):", None))
    # retranslateUi

