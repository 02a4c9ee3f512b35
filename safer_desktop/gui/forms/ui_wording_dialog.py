# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'wording_dialog.ui'
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
from PySide6.QtWidgets import (QApplication, QDialog, QHBoxLayout, QHeaderView,
    QLabel, QListWidget, QListWidgetItem, QPlainTextEdit,
    QPushButton, QSizePolicy, QSpacerItem, QSplitter,
    QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget)

class Ui_WordingDialog(object):
    def setupUi(self, WordingDialog):
        if not WordingDialog.objectName():
            WordingDialog.setObjectName(u"WordingDialog")
        WordingDialog.resize(1120, 660)
        WordingDialog.setSizeGripEnabled(True)
        self.layout = QVBoxLayout(WordingDialog)
        self.layout.setSpacing(8)
        self.layout.setObjectName(u"layout")
        self.layout.setContentsMargins(16, 12, 16, 12)
        self.explanation = QLabel(WordingDialog)
        self.explanation.setObjectName(u"explanation")
        self.explanation.setWordWrap(True)
        self.explanation.setProperty(u"role", u"sub")

        self.layout.addWidget(self.explanation)

        self.columns = QSplitter(WordingDialog)
        self.columns.setObjectName(u"columns")
        self.columns.setOrientation(Qt.Orientation.Horizontal)
        self.columns.setChildrenCollapsible(False)
        self.kinds = QTreeWidget(self.columns)
        self.kinds.setObjectName(u"kinds")
        self.kinds.setUniformRowHeights(True)
        self.columns.addWidget(self.kinds)
        self.details = QWidget(self.columns)
        self.details.setObjectName(u"details")
        self.details_layout = QVBoxLayout(self.details)
        self.details_layout.setSpacing(6)
        self.details_layout.setObjectName(u"details_layout")
        self.details_layout.setContentsMargins(8, 0, 0, 0)
        self.heading = QLabel(self.details)
        self.heading.setObjectName(u"heading")
        self.heading.setWordWrap(True)
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setProperty(u"role", u"title")

        self.details_layout.addWidget(self.heading)

        self.words_label = QLabel(self.details)
        self.words_label.setObjectName(u"words_label")
        self.words_label.setWordWrap(True)

        self.details_layout.addWidget(self.words_label)

        self.words = QPlainTextEdit(self.details)
        self.words.setObjectName(u"words")
        self.words.setTabChangesFocus(True)

        self.details_layout.addWidget(self.words)

        self.message = QLabel(self.details)
        self.message.setObjectName(u"message")
        self.message.setWordWrap(True)
        self.message.setTextFormat(Qt.TextFormat.PlainText)

        self.details_layout.addWidget(self.message)

        self.examples_label = QLabel(self.details)
        self.examples_label.setObjectName(u"examples_label")
        self.examples_label.setProperty(u"role", u"strong")

        self.details_layout.addWidget(self.examples_label)

        self.examples = QPlainTextEdit(self.details)
        self.examples.setObjectName(u"examples")
        self.examples.setReadOnly(True)
        self.examples.setTabChangesFocus(True)

        self.details_layout.addWidget(self.examples)

        self.parts_label = QLabel(self.details)
        self.parts_label.setObjectName(u"parts_label")
        self.parts_label.setProperty(u"role", u"strong")

        self.details_layout.addWidget(self.parts_label)

        self.parts = QListWidget(self.details)
        self.parts.setObjectName(u"parts")

        self.details_layout.addWidget(self.parts)

        self.details_layout.setStretch(2, 2)
        self.details_layout.setStretch(5, 2)
        self.details_layout.setStretch(7, 1)
        self.columns.addWidget(self.details)

        self.layout.addWidget(self.columns)

        self.button_row = QHBoxLayout()
        self.button_row.setObjectName(u"button_row")
        self.use = QPushButton(WordingDialog)
        self.use.setObjectName(u"use")
        self.use.setAutoDefault(False)

        self.button_row.addWidget(self.use)

        self.reset = QPushButton(WordingDialog)
        self.reset.setObjectName(u"reset")
        self.reset.setAutoDefault(False)

        self.button_row.addWidget(self.reset)

        self.button_space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.button_row.addItem(self.button_space)

        self.undo = QPushButton(WordingDialog)
        self.undo.setObjectName(u"undo")
        self.undo.setAutoDefault(False)

        self.button_row.addWidget(self.undo)

        self.redo = QPushButton(WordingDialog)
        self.redo.setObjectName(u"redo")
        self.redo.setAutoDefault(False)

        self.button_row.addWidget(self.redo)

        self.close_button = QPushButton(WordingDialog)
        self.close_button.setObjectName(u"close_button")
        self.close_button.setAutoDefault(False)

        self.button_row.addWidget(self.close_button)


        self.layout.addLayout(self.button_row)

        self.layout.setStretch(1, 1)
#if QT_CONFIG(shortcut)
        self.words_label.setBuddy(self.words)
        self.examples_label.setBuddy(self.examples)
        self.parts_label.setBuddy(self.parts)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.kinds, self.words)
        QWidget.setTabOrder(self.words, self.examples)
        QWidget.setTabOrder(self.examples, self.parts)
        QWidget.setTabOrder(self.parts, self.use)
        QWidget.setTabOrder(self.use, self.reset)
        QWidget.setTabOrder(self.reset, self.undo)
        QWidget.setTabOrder(self.undo, self.redo)
        QWidget.setTabOrder(self.redo, self.close_button)

        self.retranslateUi(WordingDialog)

        QMetaObject.connectSlotsByName(WordingDialog)
    # setupUi

    def retranslateUi(self, WordingDialog):
        WordingDialog.setWindowTitle(QCoreApplication.translate("WordingDialog", u"Wording of the paper's sentences", None))
        self.explanation.setText(QCoreApplication.translate("WordingDialog", u"What is found decides which sentence the paper has; here you decide how it is worded. Several wordings take turns from paragraph to paragraph, always in the same way.", None))
        ___qtreewidgetitem = self.kinds.headerItem()
        ___qtreewidgetitem.setText(1, QCoreApplication.translate("WordingDialog", u"Wording", None))
        ___qtreewidgetitem.setText(0, QCoreApplication.translate("WordingDialog", u"Sentence", None))
#if QT_CONFIG(accessibility)
        self.kinds.setAccessibleName(QCoreApplication.translate("WordingDialog", u"Sentences by what is found", None))
#endif // QT_CONFIG(accessibility)
        self.words_label.setText(QCoreApplication.translate("WordingDialog", u"&Wordings, one a line. A part like {latest} is filled in from the data; what stands in [square brackets] goes where its part is empty.", None))
#if QT_CONFIG(accessibility)
        self.words.setAccessibleName(QCoreApplication.translate("WordingDialog", u"Wordings of the sentence", None))
#endif // QT_CONFIG(accessibility)
        self.examples_label.setText(QCoreApplication.translate("WordingDialog", u"As it &reads now", None))
#if QT_CONFIG(accessibility)
        self.examples.setAccessibleName(QCoreApplication.translate("WordingDialog", u"Each wording with figures of this pack", None))
#endif // QT_CONFIG(accessibility)
        self.parts_label.setText(QCoreApplication.translate("WordingDialog", u"&Parts that this sentence may use (Enter puts one in)", None))
#if QT_CONFIG(accessibility)
        self.parts.setAccessibleName(QCoreApplication.translate("WordingDialog", u"Parts that this sentence may use", None))
#endif // QT_CONFIG(accessibility)
        self.use.setText(QCoreApplication.translate("WordingDialog", u"&Use this wording", None))
        self.reset.setText(QCoreApplication.translate("WordingDialog", u"&Back to the shipped wording", None))
        self.undo.setText(QCoreApplication.translate("WordingDialog", u"U&ndo", None))
        self.redo.setText(QCoreApplication.translate("WordingDialog", u"Re&do", None))
        self.close_button.setText(QCoreApplication.translate("WordingDialog", u"&Close", None))
    # retranslateUi

