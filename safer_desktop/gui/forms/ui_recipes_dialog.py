# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'recipes_dialog.ui'
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
from PySide6.QtWidgets import (QAbstractItemView, QApplication, QDialog, QFormLayout,
    QHBoxLayout, QHeaderView, QLabel, QLineEdit,
    QPushButton, QSizePolicy, QSpacerItem, QTableView,
    QVBoxLayout, QWidget)

class Ui_RecipesDialog(object):
    def setupUi(self, RecipesDialog):
        if not RecipesDialog.objectName():
            RecipesDialog.setObjectName(u"RecipesDialog")
        RecipesDialog.resize(1080, 640)
        RecipesDialog.setSizeGripEnabled(True)
        self.layout = QVBoxLayout(RecipesDialog)
        self.layout.setSpacing(8)
        self.layout.setObjectName(u"layout")
        self.layout.setContentsMargins(16, 16, 16, 16)
        self.explanation = QLabel(RecipesDialog)
        self.explanation.setObjectName(u"explanation")
        self.explanation.setWordWrap(True)

        self.layout.addWidget(self.explanation)

        self.recipes = QTableView(RecipesDialog)
        self.recipes.setObjectName(u"recipes")
        self.recipes.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.recipes.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.recipes.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.recipes.setTabKeyNavigation(False)

        self.layout.addWidget(self.recipes)

        self.details = QWidget(RecipesDialog)
        self.details.setObjectName(u"details")
        self.details_layout = QHBoxLayout(self.details)
        self.details_layout.setSpacing(16)
        self.details_layout.setObjectName(u"details_layout")
        self.details_layout.setContentsMargins(0, 0, 0, 0)
        self.form = QFormLayout()
        self.form.setObjectName(u"form")
        self.form.setHorizontalSpacing(8)
        self.form.setVerticalSpacing(8)
        self.name_label = QLabel(self.details)
        self.name_label.setObjectName(u"name_label")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.name_label)

        self.name = QLineEdit(self.details)
        self.name.setObjectName(u"name")

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.name)

        self.partner_label = QLabel(self.details)
        self.partner_label.setObjectName(u"partner_label")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.partner_label)

        self.partner = QLineEdit(self.details)
        self.partner.setObjectName(u"partner")

        self.form.setWidget(1, QFormLayout.ItemRole.FieldRole, self.partner)

        self.pattern_label = QLabel(self.details)
        self.pattern_label.setObjectName(u"pattern_label")

        self.form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.pattern_label)

        self.pattern = QLineEdit(self.details)
        self.pattern.setObjectName(u"pattern")

        self.form.setWidget(2, QFormLayout.ItemRole.FieldRole, self.pattern)

        self.tables_label = QLabel(self.details)
        self.tables_label.setObjectName(u"tables_label")
        self.tables_label.setAlignment(Qt.AlignmentFlag.AlignLeading|Qt.AlignmentFlag.AlignLeft|Qt.AlignmentFlag.AlignTop)

        self.form.setWidget(3, QFormLayout.ItemRole.LabelRole, self.tables_label)

        self.tables = QLabel(self.details)
        self.tables.setObjectName(u"tables")
        self.tables.setWordWrap(True)
        self.tables.setAlignment(Qt.AlignmentFlag.AlignLeading|Qt.AlignmentFlag.AlignLeft|Qt.AlignmentFlag.AlignTop)

        self.form.setWidget(3, QFormLayout.ItemRole.FieldRole, self.tables)

        self.seen_label = QLabel(self.details)
        self.seen_label.setObjectName(u"seen_label")

        self.form.setWidget(4, QFormLayout.ItemRole.LabelRole, self.seen_label)

        self.seen = QLabel(self.details)
        self.seen.setObjectName(u"seen")
        self.seen.setWordWrap(True)

        self.form.setWidget(4, QFormLayout.ItemRole.FieldRole, self.seen)


        self.details_layout.addLayout(self.form)

        self.history_layout = QVBoxLayout()
        self.history_layout.setSpacing(4)
        self.history_layout.setObjectName(u"history_layout")
        self.history_label = QLabel(self.details)
        self.history_label.setObjectName(u"history_label")

        self.history_layout.addWidget(self.history_label)

        self.history = QTableView(self.details)
        self.history.setObjectName(u"history")
        self.history.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.history.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.history.setTabKeyNavigation(False)

        self.history_layout.addWidget(self.history)


        self.details_layout.addLayout(self.history_layout)

        self.details_layout.setStretch(0, 2)
        self.details_layout.setStretch(1, 3)

        self.layout.addWidget(self.details)

        self.message = QLabel(RecipesDialog)
        self.message.setObjectName(u"message")
        self.message.setWordWrap(True)

        self.layout.addWidget(self.message)

        self.bottom = QHBoxLayout()
        self.bottom.setSpacing(8)
        self.bottom.setObjectName(u"bottom")
        self.import_button = QPushButton(RecipesDialog)
        self.import_button.setObjectName(u"import_button")
        self.import_button.setAutoDefault(False)

        self.bottom.addWidget(self.import_button)

        self.export_button = QPushButton(RecipesDialog)
        self.export_button.setObjectName(u"export_button")
        self.export_button.setAutoDefault(False)

        self.bottom.addWidget(self.export_button)

        self.remove = QPushButton(RecipesDialog)
        self.remove.setObjectName(u"remove")
        self.remove.setAutoDefault(False)

        self.bottom.addWidget(self.remove)

        self.space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.bottom.addItem(self.space)

        self.undo = QPushButton(RecipesDialog)
        self.undo.setObjectName(u"undo")
        self.undo.setAutoDefault(False)

        self.bottom.addWidget(self.undo)

        self.redo = QPushButton(RecipesDialog)
        self.redo.setObjectName(u"redo")
        self.redo.setAutoDefault(False)

        self.bottom.addWidget(self.redo)

        self.close_button = QPushButton(RecipesDialog)
        self.close_button.setObjectName(u"close_button")
        self.close_button.setAutoDefault(False)

        self.bottom.addWidget(self.close_button)


        self.layout.addLayout(self.bottom)

#if QT_CONFIG(shortcut)
        self.name_label.setBuddy(self.name)
        self.partner_label.setBuddy(self.partner)
        self.pattern_label.setBuddy(self.pattern)
        self.history_label.setBuddy(self.history)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.recipes, self.name)
        QWidget.setTabOrder(self.name, self.partner)
        QWidget.setTabOrder(self.partner, self.pattern)
        QWidget.setTabOrder(self.pattern, self.history)
        QWidget.setTabOrder(self.history, self.import_button)
        QWidget.setTabOrder(self.import_button, self.export_button)
        QWidget.setTabOrder(self.export_button, self.remove)
        QWidget.setTabOrder(self.remove, self.undo)
        QWidget.setTabOrder(self.undo, self.redo)
        QWidget.setTabOrder(self.redo, self.close_button)

        self.retranslateUi(RecipesDialog)
        self.close_button.clicked.connect(RecipesDialog.accept)

        QMetaObject.connectSlotsByName(RecipesDialog)
    # setupUi

    def retranslateUi(self, RecipesDialog):
        RecipesDialog.setWindowTitle(QCoreApplication.translate("RecipesDialog", u"Recipes", None))
        self.explanation.setText(QCoreApplication.translate("RecipesDialog", u"A recipe remembers where a partner's workbook has its figures and what they mean. The next file of that layout is recognised and read by it.", None))
#if QT_CONFIG(accessibility)
        self.recipes.setAccessibleName(QCoreApplication.translate("RecipesDialog", u"Recipes", None))
#endif // QT_CONFIG(accessibility)
        self.name_label.setText(QCoreApplication.translate("RecipesDialog", u"&Name", None))
        self.partner_label.setText(QCoreApplication.translate("RecipesDialog", u"&Partner", None))
        self.pattern_label.setText(QCoreApplication.translate("RecipesDialog", u"Files ca&lled", None))
#if QT_CONFIG(tooltip)
        self.pattern.setToolTip(QCoreApplication.translate("RecipesDialog", u"The file's name without dates and numbers", None))
#endif // QT_CONFIG(tooltip)
        self.tables_label.setText(QCoreApplication.translate("RecipesDialog", u"Reads", None))
        self.seen_label.setText(QCoreApplication.translate("RecipesDialog", u"Last file", None))
        self.history_label.setText(QCoreApplication.translate("RecipesDialog", u"&History", None))
#if QT_CONFIG(accessibility)
        self.history.setAccessibleName(QCoreApplication.translate("RecipesDialog", u"History of the recipe", None))
#endif // QT_CONFIG(accessibility)
        self.import_button.setText(QCoreApplication.translate("RecipesDialog", u"&Import...", None))
        self.export_button.setText(QCoreApplication.translate("RecipesDialog", u"&Export...", None))
        self.remove.setText(QCoreApplication.translate("RecipesDialog", u"&Delete...", None))
        self.undo.setText(QCoreApplication.translate("RecipesDialog", u"&Undo", None))
        self.redo.setText(QCoreApplication.translate("RecipesDialog", u"&Redo", None))
        self.close_button.setText(QCoreApplication.translate("RecipesDialog", u"&Close", None))
    # retranslateUi

