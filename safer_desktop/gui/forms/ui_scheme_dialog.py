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
from PySide6.QtWidgets import (QAbstractButton, QApplication, QCheckBox, QComboBox,
    QDialog, QDialogButtonBox, QFormLayout, QHBoxLayout,
    QHeaderView, QLabel, QLineEdit, QPushButton,
    QSizePolicy, QSpacerItem, QTabWidget, QTableWidgetItem,
    QToolButton, QVBoxLayout, QWidget)

from safer_desktop.gui.widgets.rows_table import RowsTable

class Ui_SchemeDialog(object):
    def setupUi(self, SchemeDialog):
        if not SchemeDialog.objectName():
            SchemeDialog.setObjectName(u"SchemeDialog")
        SchemeDialog.resize(960, 660)
        self.layout = QVBoxLayout(SchemeDialog)
        self.layout.setSpacing(8)
        self.layout.setObjectName(u"layout")
        self.layout.setContentsMargins(16, 16, 16, 16)
        self.scheme_row = QHBoxLayout()
        self.scheme_row.setSpacing(8)
        self.scheme_row.setObjectName(u"scheme_row")
        self.schemes_label = QLabel(SchemeDialog)
        self.schemes_label.setObjectName(u"schemes_label")

        self.scheme_row.addWidget(self.schemes_label)

        self.schemes = QComboBox(SchemeDialog)
        self.schemes.setObjectName(u"schemes")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        sizePolicy.setHorizontalStretch(1)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.schemes.sizePolicy().hasHeightForWidth())
        self.schemes.setSizePolicy(sizePolicy)

        self.scheme_row.addWidget(self.schemes)

        self.use = QPushButton(SchemeDialog)
        self.use.setObjectName(u"use")
        self.use.setAutoDefault(False)

        self.scheme_row.addWidget(self.use)

        self.copy = QPushButton(SchemeDialog)
        self.copy.setObjectName(u"copy")
        self.copy.setAutoDefault(False)

        self.scheme_row.addWidget(self.copy)

        self.take_in = QPushButton(SchemeDialog)
        self.take_in.setObjectName(u"take_in")
        self.take_in.setAutoDefault(False)

        self.scheme_row.addWidget(self.take_in)

        self.pass_on = QPushButton(SchemeDialog)
        self.pass_on.setObjectName(u"pass_on")
        self.pass_on.setAutoDefault(False)

        self.scheme_row.addWidget(self.pass_on)

        self.remove = QPushButton(SchemeDialog)
        self.remove.setObjectName(u"remove")
        self.remove.setAutoDefault(False)

        self.scheme_row.addWidget(self.remove)


        self.layout.addLayout(self.scheme_row)

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

        self.meaning_label = QLabel(SchemeDialog)
        self.meaning_label.setObjectName(u"meaning_label")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.meaning_label)

        self.meaning = QLineEdit(SchemeDialog)
        self.meaning.setObjectName(u"meaning")

        self.form.setWidget(1, QFormLayout.ItemRole.FieldRole, self.meaning)

        self.formula_label = QLabel(SchemeDialog)
        self.formula_label.setObjectName(u"formula_label")

        self.form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.formula_label)

        self.formula = QLabel(SchemeDialog)
        self.formula.setObjectName(u"formula")
        self.formula.setWordWrap(True)
        self.formula.setTextFormat(Qt.TextFormat.PlainText)

        self.form.setWidget(2, QFormLayout.ItemRole.FieldRole, self.formula)

        self.log_volume = QCheckBox(SchemeDialog)
        self.log_volume.setObjectName(u"log_volume")

        self.form.setWidget(3, QFormLayout.ItemRole.FieldRole, self.log_volume)


        self.layout.addLayout(self.form)

        self.tables = QTabWidget(SchemeDialog)
        self.tables.setObjectName(u"tables")
        self.factors_page = QWidget()
        self.factors_page.setObjectName(u"factors_page")
        self.factors_layout = QVBoxLayout(self.factors_page)
        self.factors_layout.setSpacing(4)
        self.factors_layout.setObjectName(u"factors_layout")
        self.factors_words = QLabel(self.factors_page)
        self.factors_words.setObjectName(u"factors_words")
        self.factors_words.setWordWrap(True)
        self.factors_words.setProperty(u"role", u"caption")

        self.factors_layout.addWidget(self.factors_words)

        self.factors = RowsTable(self.factors_page)
        self.factors.setObjectName(u"factors")

        self.factors_layout.addWidget(self.factors)

        self.factors_buttons = QHBoxLayout()
        self.factors_buttons.setSpacing(4)
        self.factors_buttons.setObjectName(u"factors_buttons")
        self.factors_add = QToolButton(self.factors_page)
        self.factors_add.setObjectName(u"factors_add")
        self.factors_add.setProperty(u"role", u"chart")

        self.factors_buttons.addWidget(self.factors_add)

        self.factors_remove = QToolButton(self.factors_page)
        self.factors_remove.setObjectName(u"factors_remove")
        self.factors_remove.setProperty(u"role", u"chart")

        self.factors_buttons.addWidget(self.factors_remove)

        self.factors_space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.factors_buttons.addItem(self.factors_space)


        self.factors_layout.addLayout(self.factors_buttons)

        self.tables.addTab(self.factors_page, "")
        self.levels_page = QWidget()
        self.levels_page.setObjectName(u"levels_page")
        self.levels_layout = QVBoxLayout(self.levels_page)
        self.levels_layout.setSpacing(4)
        self.levels_layout.setObjectName(u"levels_layout")
        self.levels_words = QLabel(self.levels_page)
        self.levels_words.setObjectName(u"levels_words")
        self.levels_words.setWordWrap(True)
        self.levels_words.setProperty(u"role", u"caption")

        self.levels_layout.addWidget(self.levels_words)

        self.levels = RowsTable(self.levels_page)
        self.levels.setObjectName(u"levels")

        self.levels_layout.addWidget(self.levels)

        self.levels_buttons = QHBoxLayout()
        self.levels_buttons.setSpacing(4)
        self.levels_buttons.setObjectName(u"levels_buttons")
        self.levels_add = QToolButton(self.levels_page)
        self.levels_add.setObjectName(u"levels_add")
        self.levels_add.setProperty(u"role", u"chart")

        self.levels_buttons.addWidget(self.levels_add)

        self.levels_remove = QToolButton(self.levels_page)
        self.levels_remove.setObjectName(u"levels_remove")
        self.levels_remove.setProperty(u"role", u"chart")

        self.levels_buttons.addWidget(self.levels_remove)

        self.levels_space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.levels_buttons.addItem(self.levels_space)


        self.levels_layout.addLayout(self.levels_buttons)

        self.tables.addTab(self.levels_page, "")
        self.bands_page = QWidget()
        self.bands_page.setObjectName(u"bands_page")
        self.bands_layout = QVBoxLayout(self.bands_page)
        self.bands_layout.setSpacing(4)
        self.bands_layout.setObjectName(u"bands_layout")
        self.bands_words = QLabel(self.bands_page)
        self.bands_words.setObjectName(u"bands_words")
        self.bands_words.setWordWrap(True)
        self.bands_words.setProperty(u"role", u"caption")

        self.bands_layout.addWidget(self.bands_words)

        self.bands = RowsTable(self.bands_page)
        self.bands.setObjectName(u"bands")

        self.bands_layout.addWidget(self.bands)

        self.bands_buttons = QHBoxLayout()
        self.bands_buttons.setSpacing(4)
        self.bands_buttons.setObjectName(u"bands_buttons")
        self.bands_add = QToolButton(self.bands_page)
        self.bands_add.setObjectName(u"bands_add")
        self.bands_add.setProperty(u"role", u"chart")

        self.bands_buttons.addWidget(self.bands_add)

        self.bands_remove = QToolButton(self.bands_page)
        self.bands_remove.setObjectName(u"bands_remove")
        self.bands_remove.setProperty(u"role", u"chart")

        self.bands_buttons.addWidget(self.bands_remove)

        self.bands_space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.bands_buttons.addItem(self.bands_space)


        self.bands_layout.addLayout(self.bands_buttons)

        self.tables.addTab(self.bands_page, "")
        self.weights_page = QWidget()
        self.weights_page.setObjectName(u"weights_page")
        self.weights_layout = QVBoxLayout(self.weights_page)
        self.weights_layout.setSpacing(4)
        self.weights_layout.setObjectName(u"weights_layout")
        self.weights_words = QLabel(self.weights_page)
        self.weights_words.setObjectName(u"weights_words")
        self.weights_words.setWordWrap(True)
        self.weights_words.setProperty(u"role", u"caption")

        self.weights_layout.addWidget(self.weights_words)

        self.weights = RowsTable(self.weights_page)
        self.weights.setObjectName(u"weights")

        self.weights_layout.addWidget(self.weights)

        self.weights_buttons = QHBoxLayout()
        self.weights_buttons.setSpacing(4)
        self.weights_buttons.setObjectName(u"weights_buttons")
        self.weights_add = QToolButton(self.weights_page)
        self.weights_add.setObjectName(u"weights_add")
        self.weights_add.setProperty(u"role", u"chart")

        self.weights_buttons.addWidget(self.weights_add)

        self.weights_remove = QToolButton(self.weights_page)
        self.weights_remove.setObjectName(u"weights_remove")
        self.weights_remove.setProperty(u"role", u"chart")

        self.weights_buttons.addWidget(self.weights_remove)

        self.weights_space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.weights_buttons.addItem(self.weights_space)


        self.weights_layout.addLayout(self.weights_buttons)

        self.tables.addTab(self.weights_page, "")
        self.classes_page = QWidget()
        self.classes_page.setObjectName(u"classes_page")
        self.classes_layout = QVBoxLayout(self.classes_page)
        self.classes_layout.setSpacing(4)
        self.classes_layout.setObjectName(u"classes_layout")
        self.classes_words = QLabel(self.classes_page)
        self.classes_words.setObjectName(u"classes_words")
        self.classes_words.setWordWrap(True)
        self.classes_words.setProperty(u"role", u"caption")

        self.classes_layout.addWidget(self.classes_words)

        self.classes = RowsTable(self.classes_page)
        self.classes.setObjectName(u"classes")

        self.classes_layout.addWidget(self.classes)

        self.classes_buttons = QHBoxLayout()
        self.classes_buttons.setSpacing(4)
        self.classes_buttons.setObjectName(u"classes_buttons")
        self.classes_add = QToolButton(self.classes_page)
        self.classes_add.setObjectName(u"classes_add")
        self.classes_add.setProperty(u"role", u"chart")

        self.classes_buttons.addWidget(self.classes_add)

        self.classes_remove = QToolButton(self.classes_page)
        self.classes_remove.setObjectName(u"classes_remove")
        self.classes_remove.setProperty(u"role", u"chart")

        self.classes_buttons.addWidget(self.classes_remove)

        self.classes_space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.classes_buttons.addItem(self.classes_space)


        self.classes_layout.addLayout(self.classes_buttons)

        self.tables.addTab(self.classes_page, "")
        self.confidences_page = QWidget()
        self.confidences_page.setObjectName(u"confidences_page")
        self.confidences_layout = QVBoxLayout(self.confidences_page)
        self.confidences_layout.setSpacing(4)
        self.confidences_layout.setObjectName(u"confidences_layout")
        self.confidences_words = QLabel(self.confidences_page)
        self.confidences_words.setObjectName(u"confidences_words")
        self.confidences_words.setWordWrap(True)
        self.confidences_words.setProperty(u"role", u"caption")

        self.confidences_layout.addWidget(self.confidences_words)

        self.confidences = RowsTable(self.confidences_page)
        self.confidences.setObjectName(u"confidences")

        self.confidences_layout.addWidget(self.confidences)

        self.confidences_buttons = QHBoxLayout()
        self.confidences_buttons.setSpacing(4)
        self.confidences_buttons.setObjectName(u"confidences_buttons")
        self.confidences_add = QToolButton(self.confidences_page)
        self.confidences_add.setObjectName(u"confidences_add")
        self.confidences_add.setProperty(u"role", u"chart")

        self.confidences_buttons.addWidget(self.confidences_add)

        self.confidences_remove = QToolButton(self.confidences_page)
        self.confidences_remove.setObjectName(u"confidences_remove")
        self.confidences_remove.setProperty(u"role", u"chart")

        self.confidences_buttons.addWidget(self.confidences_remove)

        self.confidences_space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.confidences_buttons.addItem(self.confidences_space)


        self.confidences_layout.addLayout(self.confidences_buttons)

        self.tables.addTab(self.confidences_page, "")

        self.layout.addWidget(self.tables)

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
        self.buttons.setStandardButtons(QDialogButtonBox.StandardButton.Close|QDialogButtonBox.StandardButton.Ok)

        self.layout.addWidget(self.buttons)

#if QT_CONFIG(shortcut)
        self.schemes_label.setBuddy(self.schemes)
        self.name_label.setBuddy(self.name)
        self.meaning_label.setBuddy(self.meaning)
        self.why_label.setBuddy(self.why)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.schemes, self.use)
        QWidget.setTabOrder(self.use, self.copy)
        QWidget.setTabOrder(self.copy, self.take_in)
        QWidget.setTabOrder(self.take_in, self.pass_on)
        QWidget.setTabOrder(self.pass_on, self.remove)
        QWidget.setTabOrder(self.remove, self.name)
        QWidget.setTabOrder(self.name, self.meaning)
        QWidget.setTabOrder(self.meaning, self.log_volume)
        QWidget.setTabOrder(self.log_volume, self.tables)
        QWidget.setTabOrder(self.tables, self.factors)
        QWidget.setTabOrder(self.factors, self.factors_add)
        QWidget.setTabOrder(self.factors_add, self.factors_remove)
        QWidget.setTabOrder(self.factors_remove, self.levels)
        QWidget.setTabOrder(self.levels, self.levels_add)
        QWidget.setTabOrder(self.levels_add, self.levels_remove)
        QWidget.setTabOrder(self.levels_remove, self.bands)
        QWidget.setTabOrder(self.bands, self.bands_add)
        QWidget.setTabOrder(self.bands_add, self.bands_remove)
        QWidget.setTabOrder(self.bands_remove, self.weights)
        QWidget.setTabOrder(self.weights, self.weights_add)
        QWidget.setTabOrder(self.weights_add, self.weights_remove)
        QWidget.setTabOrder(self.weights_remove, self.classes)
        QWidget.setTabOrder(self.classes, self.classes_add)
        QWidget.setTabOrder(self.classes_add, self.classes_remove)
        QWidget.setTabOrder(self.classes_remove, self.confidences)
        QWidget.setTabOrder(self.confidences, self.confidences_add)
        QWidget.setTabOrder(self.confidences_add, self.confidences_remove)
        QWidget.setTabOrder(self.confidences_remove, self.why)

        self.retranslateUi(SchemeDialog)
        self.buttons.rejected.connect(SchemeDialog.reject)

        self.tables.setCurrentIndex(0)


        QMetaObject.connectSlotsByName(SchemeDialog)
    # setupUi

    def retranslateUi(self, SchemeDialog):
        SchemeDialog.setWindowTitle(QCoreApplication.translate("SchemeDialog", u"Schemes of the risk/harm matrix", None))
        self.schemes_label.setText(QCoreApplication.translate("SchemeDialog", u"&Scheme:", None))
        self.use.setText(QCoreApplication.translate("SchemeDialog", u"&Use for the matrix", None))
        self.copy.setText(QCoreApplication.translate("SchemeDialog", u"&Copy", None))
        self.take_in.setText(QCoreApplication.translate("SchemeDialog", u"&Import...", None))
        self.pass_on.setText(QCoreApplication.translate("SchemeDialog", u"&Export...", None))
        self.remove.setText(QCoreApplication.translate("SchemeDialog", u"&Remove", None))
        self.name_label.setText(QCoreApplication.translate("SchemeDialog", u"&Name:", None))
        self.meaning_label.setText(QCoreApplication.translate("SchemeDialog", u"What a score &means:", None))
        self.formula_label.setText(QCoreApplication.translate("SchemeDialog", u"Formula:", None))
        self.log_volume.setText(QCoreApplication.translate("SchemeDialog", u"Likelihood by log &volume: equal multiples of the count are equal steps", None))
        self.factors_words.setText(QCoreApplication.translate("SchemeDialog", u"What is scored: what it says something about (likelihood, harm or organisational position), its scale, its weight among the factors of harm, and whether the count fills it.", None))
#if QT_CONFIG(accessibility)
        self.factors.setAccessibleDescription(QCoreApplication.translate("SchemeDialog", u"What is scored: what it says something about (likelihood, harm or organisational position), its scale, its weight among the factors of harm, and whether the count fills it.", None))
#endif // QT_CONFIG(accessibility)
        self.factors_add.setText(QCoreApplication.translate("SchemeDialog", u"Add a row", None))
        self.factors_remove.setText(QCoreApplication.translate("SchemeDialog", u"Remove the row", None))
        self.tables.setTabText(self.tables.indexOf(self.factors_page), QCoreApplication.translate("SchemeDialog", u"&Factors", None))
        self.levels_words.setText(QCoreApplication.translate("SchemeDialog", u"What each score of a factor means, in words.", None))
#if QT_CONFIG(accessibility)
        self.levels.setAccessibleDescription(QCoreApplication.translate("SchemeDialog", u"What each score of a factor means, in words.", None))
#endif // QT_CONFIG(accessibility)
        self.levels_add.setText(QCoreApplication.translate("SchemeDialog", u"Add a row", None))
        self.levels_remove.setText(QCoreApplication.translate("SchemeDialog", u"Remove the row", None))
        self.tables.setTabText(self.tables.indexOf(self.levels_page), QCoreApplication.translate("SchemeDialog", u"&Wording", None))
        self.bands_words.setText(QCoreApplication.translate("SchemeDialog", u"The share of all incidents, in percent, from which each likelihood score holds.", None))
#if QT_CONFIG(accessibility)
        self.bands.setAccessibleDescription(QCoreApplication.translate("SchemeDialog", u"The share of all incidents, in percent, from which each likelihood score holds.", None))
#endif // QT_CONFIG(accessibility)
        self.bands_add.setText(QCoreApplication.translate("SchemeDialog", u"Add a row", None))
        self.bands_remove.setText(QCoreApplication.translate("SchemeDialog", u"Remove the row", None))
        self.tables.setTabText(self.tables.indexOf(self.bands_page), QCoreApplication.translate("SchemeDialog", u"Volume &bands", None))
        self.weights_words.setText(QCoreApplication.translate("SchemeDialog", u"The harm of one incident of each type (by its code), and where the number is from. No number: the source gives none, and says why.", None))
#if QT_CONFIG(accessibility)
        self.weights.setAccessibleDescription(QCoreApplication.translate("SchemeDialog", u"The harm of one incident of each type (by its code), and where the number is from. No number: the source gives none, and says why.", None))
#endif // QT_CONFIG(accessibility)
        self.weights_add.setText(QCoreApplication.translate("SchemeDialog", u"Add a row", None))
        self.weights_remove.setText(QCoreApplication.translate("SchemeDialog", u"Remove the row", None))
        self.tables.setTabText(self.tables.indexOf(self.weights_page), QCoreApplication.translate("SchemeDialog", u"Wei&ghts", None))
        self.classes_words.setText(QCoreApplication.translate("SchemeDialog", u"The score from which each class holds.", None))
#if QT_CONFIG(accessibility)
        self.classes.setAccessibleDescription(QCoreApplication.translate("SchemeDialog", u"The score from which each class holds.", None))
#endif // QT_CONFIG(accessibility)
        self.classes_add.setText(QCoreApplication.translate("SchemeDialog", u"Add a row", None))
        self.classes_remove.setText(QCoreApplication.translate("SchemeDialog", u"Remove the row", None))
        self.tables.setTabText(self.tables.indexOf(self.classes_page), QCoreApplication.translate("SchemeDialog", u"C&lasses", None))
        self.confidences_words.setText(QCoreApplication.translate("SchemeDialog", u"How sure the scorers are: the grades to choose from. They never change the score.", None))
#if QT_CONFIG(accessibility)
        self.confidences.setAccessibleDescription(QCoreApplication.translate("SchemeDialog", u"How sure the scorers are: the grades to choose from. They never change the score.", None))
#endif // QT_CONFIG(accessibility)
        self.confidences_add.setText(QCoreApplication.translate("SchemeDialog", u"Add a row", None))
        self.confidences_remove.setText(QCoreApplication.translate("SchemeDialog", u"Remove the row", None))
        self.tables.setTabText(self.tables.indexOf(self.confidences_page), QCoreApplication.translate("SchemeDialog", u"C&onfidence", None))
        self.why_label.setText(QCoreApplication.translate("SchemeDialog", u"Wh&y is it changed?", None))
        self.why.setPlaceholderText(QCoreApplication.translate("SchemeDialog", u"needed: kept in the audit trail, and printed with the scheme's version", None))
#if QT_CONFIG(accessibility)
        self.message.setAccessibleName(QCoreApplication.translate("SchemeDialog", u"What is still to be settled", None))
#endif // QT_CONFIG(accessibility)
    # retranslateUi

