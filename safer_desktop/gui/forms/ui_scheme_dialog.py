# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'scheme_dialog.ui'
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
from PySide6.QtWidgets import (QAbstractButton, QApplication, QDialog, QDialogButtonBox,
    QFormLayout, QGridLayout, QHBoxLayout, QHeaderView,
    QLabel, QLineEdit, QSizePolicy, QSpacerItem,
    QSpinBox, QTableWidgetItem, QToolButton, QVBoxLayout,
    QWidget)

from safer_desktop.gui.widgets.rows_table import RowsTable

class Ui_SchemeDialog(object):
    def setupUi(self, SchemeDialog):
        if not SchemeDialog.objectName():
            SchemeDialog.setObjectName(u"SchemeDialog")
        SchemeDialog.resize(900, 660)
        self.layout = QVBoxLayout(SchemeDialog)
        self.layout.setSpacing(8)
        self.layout.setObjectName(u"layout")
        self.layout.setContentsMargins(16, 16, 16, 16)
        self.source = QLabel(SchemeDialog)
        self.source.setObjectName(u"source")
        self.source.setWordWrap(True)
        self.source.setTextFormat(Qt.TextFormat.PlainText)
        self.source.setProperty(u"role", u"caption")

        self.layout.addWidget(self.source)

        self.form = QFormLayout()
        self.form.setObjectName(u"form")
        self.form.setHorizontalSpacing(16)
        self.form.setVerticalSpacing(8)
        self.name_label = QLabel(SchemeDialog)
        self.name_label.setObjectName(u"name_label")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.name_label)

        self.name = QLineEdit(SchemeDialog)
        self.name.setObjectName(u"name")

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.name)

        self.harm_label = QLabel(SchemeDialog)
        self.harm_label.setObjectName(u"harm_label")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.harm_label)

        self.harm_row = QHBoxLayout()
        self.harm_row.setSpacing(8)
        self.harm_row.setObjectName(u"harm_row")
        self.harm_min = QSpinBox(SchemeDialog)
        self.harm_min.setObjectName(u"harm_min")
        self.harm_min.setMaximum(1000)

        self.harm_row.addWidget(self.harm_min)

        self.harm_to = QLabel(SchemeDialog)
        self.harm_to.setObjectName(u"harm_to")

        self.harm_row.addWidget(self.harm_to)

        self.harm_max = QSpinBox(SchemeDialog)
        self.harm_max.setObjectName(u"harm_max")
        self.harm_max.setMaximum(1000)

        self.harm_row.addWidget(self.harm_max)

        self.harm_space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.harm_row.addItem(self.harm_space)


        self.form.setLayout(1, QFormLayout.ItemRole.FieldRole, self.harm_row)


        self.layout.addLayout(self.form)

        self.tables = QGridLayout()
        self.tables.setObjectName(u"tables")
        self.tables.setHorizontalSpacing(16)
        self.tables.setVerticalSpacing(8)
        self.bands_layout = QVBoxLayout()
        self.bands_layout.setSpacing(4)
        self.bands_layout.setObjectName(u"bands_layout")
        self.bands_label = QLabel(SchemeDialog)
        self.bands_label.setObjectName(u"bands_label")
        self.bands_label.setProperty(u"role", u"strong")

        self.bands_layout.addWidget(self.bands_label)

        self.bands = RowsTable(SchemeDialog)
        self.bands.setObjectName(u"bands")

        self.bands_layout.addWidget(self.bands)

        self.bands_buttons = QHBoxLayout()
        self.bands_buttons.setSpacing(4)
        self.bands_buttons.setObjectName(u"bands_buttons")
        self.bands_add = QToolButton(SchemeDialog)
        self.bands_add.setObjectName(u"bands_add")
        self.bands_add.setProperty(u"role", u"chart")

        self.bands_buttons.addWidget(self.bands_add)

        self.bands_remove = QToolButton(SchemeDialog)
        self.bands_remove.setObjectName(u"bands_remove")
        self.bands_remove.setProperty(u"role", u"chart")

        self.bands_buttons.addWidget(self.bands_remove)

        self.bands_space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.bands_buttons.addItem(self.bands_space)


        self.bands_layout.addLayout(self.bands_buttons)


        self.tables.addLayout(self.bands_layout, 0, 0, 1, 1)

        self.classes_layout = QVBoxLayout()
        self.classes_layout.setSpacing(4)
        self.classes_layout.setObjectName(u"classes_layout")
        self.classes_label = QLabel(SchemeDialog)
        self.classes_label.setObjectName(u"classes_label")
        self.classes_label.setProperty(u"role", u"strong")

        self.classes_layout.addWidget(self.classes_label)

        self.classes = RowsTable(SchemeDialog)
        self.classes.setObjectName(u"classes")

        self.classes_layout.addWidget(self.classes)

        self.classes_buttons = QHBoxLayout()
        self.classes_buttons.setSpacing(4)
        self.classes_buttons.setObjectName(u"classes_buttons")
        self.classes_add = QToolButton(SchemeDialog)
        self.classes_add.setObjectName(u"classes_add")
        self.classes_add.setProperty(u"role", u"chart")

        self.classes_buttons.addWidget(self.classes_add)

        self.classes_remove = QToolButton(SchemeDialog)
        self.classes_remove.setObjectName(u"classes_remove")
        self.classes_remove.setProperty(u"role", u"chart")

        self.classes_buttons.addWidget(self.classes_remove)

        self.classes_space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.classes_buttons.addItem(self.classes_space)


        self.classes_layout.addLayout(self.classes_buttons)


        self.tables.addLayout(self.classes_layout, 0, 1, 1, 1)

        self.levels_layout = QVBoxLayout()
        self.levels_layout.setSpacing(4)
        self.levels_layout.setObjectName(u"levels_layout")
        self.levels_label = QLabel(SchemeDialog)
        self.levels_label.setObjectName(u"levels_label")
        self.levels_label.setProperty(u"role", u"strong")

        self.levels_layout.addWidget(self.levels_label)

        self.levels = RowsTable(SchemeDialog)
        self.levels.setObjectName(u"levels")

        self.levels_layout.addWidget(self.levels)

        self.levels_buttons = QHBoxLayout()
        self.levels_buttons.setSpacing(4)
        self.levels_buttons.setObjectName(u"levels_buttons")
        self.levels_add = QToolButton(SchemeDialog)
        self.levels_add.setObjectName(u"levels_add")
        self.levels_add.setProperty(u"role", u"chart")

        self.levels_buttons.addWidget(self.levels_add)

        self.levels_remove = QToolButton(SchemeDialog)
        self.levels_remove.setObjectName(u"levels_remove")
        self.levels_remove.setProperty(u"role", u"chart")

        self.levels_buttons.addWidget(self.levels_remove)

        self.levels_space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.levels_buttons.addItem(self.levels_space)


        self.levels_layout.addLayout(self.levels_buttons)


        self.tables.addLayout(self.levels_layout, 1, 0, 1, 1)

        self.confidences_layout = QVBoxLayout()
        self.confidences_layout.setSpacing(4)
        self.confidences_layout.setObjectName(u"confidences_layout")
        self.confidences_label = QLabel(SchemeDialog)
        self.confidences_label.setObjectName(u"confidences_label")
        self.confidences_label.setProperty(u"role", u"strong")

        self.confidences_layout.addWidget(self.confidences_label)

        self.confidences = RowsTable(SchemeDialog)
        self.confidences.setObjectName(u"confidences")

        self.confidences_layout.addWidget(self.confidences)

        self.confidences_buttons = QHBoxLayout()
        self.confidences_buttons.setSpacing(4)
        self.confidences_buttons.setObjectName(u"confidences_buttons")
        self.confidences_add = QToolButton(SchemeDialog)
        self.confidences_add.setObjectName(u"confidences_add")
        self.confidences_add.setProperty(u"role", u"chart")

        self.confidences_buttons.addWidget(self.confidences_add)

        self.confidences_remove = QToolButton(SchemeDialog)
        self.confidences_remove.setObjectName(u"confidences_remove")
        self.confidences_remove.setProperty(u"role", u"chart")

        self.confidences_buttons.addWidget(self.confidences_remove)

        self.confidences_space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.confidences_buttons.addItem(self.confidences_space)


        self.confidences_layout.addLayout(self.confidences_buttons)


        self.tables.addLayout(self.confidences_layout, 1, 1, 1, 1)


        self.layout.addLayout(self.tables)

        self.why_row = QHBoxLayout()
        self.why_row.setSpacing(8)
        self.why_row.setObjectName(u"why_row")
        self.why_label = QLabel(SchemeDialog)
        self.why_label.setObjectName(u"why_label")

        self.why_row.addWidget(self.why_label)

        self.why = QLineEdit(SchemeDialog)
        self.why.setObjectName(u"why")

        self.why_row.addWidget(self.why)


        self.layout.addLayout(self.why_row)

        self.message = QLabel(SchemeDialog)
        self.message.setObjectName(u"message")
        self.message.setWordWrap(True)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setProperty(u"chip", u"caution")

        self.layout.addWidget(self.message)

        self.buttons = QDialogButtonBox(SchemeDialog)
        self.buttons.setObjectName(u"buttons")
        self.buttons.setStandardButtons(QDialogButtonBox.StandardButton.Cancel|QDialogButtonBox.StandardButton.Ok)

        self.layout.addWidget(self.buttons)

#if QT_CONFIG(shortcut)
        self.name_label.setBuddy(self.name)
        self.harm_label.setBuddy(self.harm_min)
        self.harm_to.setBuddy(self.harm_max)
        self.bands_label.setBuddy(self.bands)
        self.classes_label.setBuddy(self.classes)
        self.levels_label.setBuddy(self.levels)
        self.confidences_label.setBuddy(self.confidences)
        self.why_label.setBuddy(self.why)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.name, self.harm_min)
        QWidget.setTabOrder(self.harm_min, self.harm_max)
        QWidget.setTabOrder(self.harm_max, self.bands)
        QWidget.setTabOrder(self.bands, self.bands_add)
        QWidget.setTabOrder(self.bands_add, self.bands_remove)
        QWidget.setTabOrder(self.bands_remove, self.classes)
        QWidget.setTabOrder(self.classes, self.classes_add)
        QWidget.setTabOrder(self.classes_add, self.classes_remove)
        QWidget.setTabOrder(self.classes_remove, self.levels)
        QWidget.setTabOrder(self.levels, self.levels_add)
        QWidget.setTabOrder(self.levels_add, self.levels_remove)
        QWidget.setTabOrder(self.levels_remove, self.confidences)
        QWidget.setTabOrder(self.confidences, self.confidences_add)
        QWidget.setTabOrder(self.confidences_add, self.confidences_remove)
        QWidget.setTabOrder(self.confidences_remove, self.why)

        self.retranslateUi(SchemeDialog)
        self.buttons.rejected.connect(SchemeDialog.reject)

        QMetaObject.connectSlotsByName(SchemeDialog)
    # setupUi

    def retranslateUi(self, SchemeDialog):
        SchemeDialog.setWindowTitle(QCoreApplication.translate("SchemeDialog", u"Scheme of the risk/harm matrix", None))
        self.name_label.setText(QCoreApplication.translate("SchemeDialog", u"&Name:", None))
        self.harm_label.setText(QCoreApplication.translate("SchemeDialog", u"&Harm scale from:", None))
#if QT_CONFIG(accessibility)
        self.harm_min.setAccessibleName(QCoreApplication.translate("SchemeDialog", u"Lowest harm score", None))
#endif // QT_CONFIG(accessibility)
        self.harm_to.setText(QCoreApplication.translate("SchemeDialog", u"t&o:", None))
#if QT_CONFIG(accessibility)
        self.harm_max.setAccessibleName(QCoreApplication.translate("SchemeDialog", u"Highest harm score", None))
#endif // QT_CONFIG(accessibility)
        self.bands_label.setText(QCoreApplication.translate("SchemeDialog", u"&Probability by share of all incidents", None))
#if QT_CONFIG(accessibility)
        self.bands.setAccessibleDescription(QCoreApplication.translate("SchemeDialog", u"Each row: the share in percent from which a probability score holds", None))
#endif // QT_CONFIG(accessibility)
        self.bands_add.setText(QCoreApplication.translate("SchemeDialog", u"Add a row", None))
        self.bands_remove.setText(QCoreApplication.translate("SchemeDialog", u"Remove the row", None))
        self.classes_label.setText(QCoreApplication.translate("SchemeDialog", u"&Classes of risk score", None))
#if QT_CONFIG(accessibility)
        self.classes.setAccessibleDescription(QCoreApplication.translate("SchemeDialog", u"Each row: a class and the risk score from which it holds", None))
#endif // QT_CONFIG(accessibility)
        self.classes_add.setText(QCoreApplication.translate("SchemeDialog", u"Add a row", None))
        self.classes_remove.setText(QCoreApplication.translate("SchemeDialog", u"Remove the row", None))
        self.levels_label.setText(QCoreApplication.translate("SchemeDialog", u"Harm scores with a &meaning", None))
#if QT_CONFIG(accessibility)
        self.levels.setAccessibleDescription(QCoreApplication.translate("SchemeDialog", u"Each row: a harm score and what it means", None))
#endif // QT_CONFIG(accessibility)
        self.levels_add.setText(QCoreApplication.translate("SchemeDialog", u"Add a row", None))
        self.levels_remove.setText(QCoreApplication.translate("SchemeDialog", u"Remove the row", None))
        self.confidences_label.setText(QCoreApplication.translate("SchemeDialog", u"Grades of con&fidence", None))
#if QT_CONFIG(accessibility)
        self.confidences.setAccessibleDescription(QCoreApplication.translate("SchemeDialog", u"Each row: a grade", None))
#endif // QT_CONFIG(accessibility)
        self.confidences_add.setText(QCoreApplication.translate("SchemeDialog", u"Add a row", None))
        self.confidences_remove.setText(QCoreApplication.translate("SchemeDialog", u"Remove the row", None))
        self.why_label.setText(QCoreApplication.translate("SchemeDialog", u"&Why is it changed?", None))
        self.why.setPlaceholderText(QCoreApplication.translate("SchemeDialog", u"needed: kept in the audit trail, and printed with the scheme's version", None))
#if QT_CONFIG(accessibility)
        self.message.setAccessibleName(QCoreApplication.translate("SchemeDialog", u"What is still to be settled", None))
#endif // QT_CONFIG(accessibility)
    # retranslateUi

