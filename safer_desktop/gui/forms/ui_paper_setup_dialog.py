# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'paper_setup_dialog.ui'
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
from PySide6.QtWidgets import (QAbstractButton, QAbstractItemView, QApplication, QDialog,
    QDialogButtonBox, QGridLayout, QHBoxLayout, QHeaderView,
    QLabel, QLineEdit, QListWidget, QListWidgetItem,
    QPlainTextEdit, QPushButton, QSizePolicy, QTabWidget,
    QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget)

class Ui_PaperSetupDialog(object):
    def setupUi(self, PaperSetupDialog):
        if not PaperSetupDialog.objectName():
            PaperSetupDialog.setObjectName(u"PaperSetupDialog")
        PaperSetupDialog.resize(860, 600)
        self.layout = QVBoxLayout(PaperSetupDialog)
        self.layout.setSpacing(8)
        self.layout.setObjectName(u"layout")
        self.layout.setContentsMargins(16, 16, 16, 16)
        self.pages = QTabWidget(PaperSetupDialog)
        self.pages.setObjectName(u"pages")
        self.outline_page = QWidget()
        self.outline_page.setObjectName(u"outline_page")
        self.outline_layout = QVBoxLayout(self.outline_page)
        self.outline_layout.setSpacing(8)
        self.outline_layout.setObjectName(u"outline_layout")
        self.outline_words = QLabel(self.outline_page)
        self.outline_words.setObjectName(u"outline_words")
        self.outline_words.setTextFormat(Qt.TextFormat.PlainText)
        self.outline_words.setWordWrap(True)

        self.outline_layout.addWidget(self.outline_words)

        self.outline_row = QHBoxLayout()
        self.outline_row.setSpacing(16)
        self.outline_row.setObjectName(u"outline_row")
        self.headings = QListWidget(self.outline_page)
        self.headings.setObjectName(u"headings")

        self.outline_row.addWidget(self.headings)

        self.outline_side = QVBoxLayout()
        self.outline_side.setSpacing(8)
        self.outline_side.setObjectName(u"outline_side")
        self.outline_buttons = QGridLayout()
        self.outline_buttons.setObjectName(u"outline_buttons")
        self.up = QPushButton(self.outline_page)
        self.up.setObjectName(u"up")
        self.up.setAutoDefault(False)

        self.outline_buttons.addWidget(self.up, 0, 0, 1, 1)

        self.down = QPushButton(self.outline_page)
        self.down.setObjectName(u"down")
        self.down.setAutoDefault(False)

        self.outline_buttons.addWidget(self.down, 0, 1, 1, 1)

        self.add = QPushButton(self.outline_page)
        self.add.setObjectName(u"add")
        self.add.setAutoDefault(False)

        self.outline_buttons.addWidget(self.add, 1, 0, 1, 1)

        self.remove = QPushButton(self.outline_page)
        self.remove.setObjectName(u"remove")
        self.remove.setAutoDefault(False)

        self.outline_buttons.addWidget(self.remove, 1, 1, 1, 1)


        self.outline_side.addLayout(self.outline_buttons)

        self.heading_label = QLabel(self.outline_page)
        self.heading_label.setObjectName(u"heading_label")

        self.outline_side.addWidget(self.heading_label)

        self.heading = QLineEdit(self.outline_page)
        self.heading.setObjectName(u"heading")

        self.outline_side.addWidget(self.heading)

        self.text_label = QLabel(self.outline_page)
        self.text_label.setObjectName(u"text_label")

        self.outline_side.addWidget(self.text_label)

        self.text = QPlainTextEdit(self.outline_page)
        self.text.setObjectName(u"text")
        self.text.setTabChangesFocus(True)

        self.outline_side.addWidget(self.text)

        self.heading_words = QLabel(self.outline_page)
        self.heading_words.setObjectName(u"heading_words")
        self.heading_words.setTextFormat(Qt.TextFormat.PlainText)
        self.heading_words.setWordWrap(True)

        self.outline_side.addWidget(self.heading_words)


        self.outline_row.addLayout(self.outline_side)


        self.outline_layout.addLayout(self.outline_row)

        self.pages.addTab(self.outline_page, "")
        self.template_page = QWidget()
        self.template_page.setObjectName(u"template_page")
        self.template_layout = QVBoxLayout(self.template_page)
        self.template_layout.setSpacing(8)
        self.template_layout.setObjectName(u"template_layout")
        self.template_words = QLabel(self.template_page)
        self.template_words.setObjectName(u"template_words")
        self.template_words.setTextFormat(Qt.TextFormat.PlainText)
        self.template_words.setWordWrap(True)

        self.template_layout.addWidget(self.template_words)

        self.template_row = QHBoxLayout()
        self.template_row.setSpacing(8)
        self.template_row.setObjectName(u"template_row")
        self.template_name = QLabel(self.template_page)
        self.template_name.setObjectName(u"template_name")
        self.template_name.setTextFormat(Qt.TextFormat.PlainText)
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        sizePolicy.setHorizontalStretch(1)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.template_name.sizePolicy().hasHeightForWidth())
        self.template_name.setSizePolicy(sizePolicy)

        self.template_row.addWidget(self.template_name)

        self.choose = QPushButton(self.template_page)
        self.choose.setObjectName(u"choose")
        self.choose.setAutoDefault(False)

        self.template_row.addWidget(self.choose)

        self.own = QPushButton(self.template_page)
        self.own.setObjectName(u"own")
        self.own.setAutoDefault(False)

        self.template_row.addWidget(self.own)


        self.template_layout.addLayout(self.template_row)

        self.notes = QPlainTextEdit(self.template_page)
        self.notes.setObjectName(u"notes")
        self.notes.setReadOnly(True)
        self.notes.setTabChangesFocus(True)
        self.notes.setMaximumSize(QSize(16777215, 110))

        self.template_layout.addWidget(self.notes)

        self.styles_label = QLabel(self.template_page)
        self.styles_label.setObjectName(u"styles_label")

        self.template_layout.addWidget(self.styles_label)

        self.styles = QTableWidget(self.template_page)
        self.styles.setObjectName(u"styles")
        self.styles.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.styles.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)

        self.template_layout.addWidget(self.styles)

        self.pages.addTab(self.template_page, "")

        self.layout.addWidget(self.pages)

        self.buttons = QDialogButtonBox(PaperSetupDialog)
        self.buttons.setObjectName(u"buttons")
        self.buttons.setStandardButtons(QDialogButtonBox.StandardButton.Close)

        self.layout.addWidget(self.buttons)

#if QT_CONFIG(shortcut)
        self.heading_label.setBuddy(self.heading)
        self.text_label.setBuddy(self.text)
        self.styles_label.setBuddy(self.styles)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.pages, self.headings)
        QWidget.setTabOrder(self.headings, self.up)
        QWidget.setTabOrder(self.up, self.down)
        QWidget.setTabOrder(self.down, self.add)
        QWidget.setTabOrder(self.add, self.remove)
        QWidget.setTabOrder(self.remove, self.heading)
        QWidget.setTabOrder(self.heading, self.text)
        QWidget.setTabOrder(self.text, self.choose)
        QWidget.setTabOrder(self.choose, self.own)
        QWidget.setTabOrder(self.own, self.notes)
        QWidget.setTabOrder(self.notes, self.styles)

        self.retranslateUi(PaperSetupDialog)
        self.buttons.rejected.connect(PaperSetupDialog.reject)

        QMetaObject.connectSlotsByName(PaperSetupDialog)
    # setupUi

    def retranslateUi(self, PaperSetupDialog):
        PaperSetupDialog.setWindowTitle(QCoreApplication.translate("PaperSetupDialog", u"Outline and template", None))
#if QT_CONFIG(accessibility)
        self.headings.setAccessibleName(QCoreApplication.translate("PaperSetupDialog", u"Headings of the paper", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.headings.setAccessibleDescription(QCoreApplication.translate("PaperSetupDialog", u"Tick a heading to have it in the paper", None))
#endif // QT_CONFIG(accessibility)
        self.up.setText(QCoreApplication.translate("PaperSetupDialog", u"Move &up", None))
        self.down.setText(QCoreApplication.translate("PaperSetupDialog", u"Move &down", None))
        self.add.setText(QCoreApplication.translate("PaperSetupDialog", u"&Add a heading", None))
        self.remove.setText(QCoreApplication.translate("PaperSetupDialog", u"&Remove", None))
        self.heading_label.setText(QCoreApplication.translate("PaperSetupDialog", u"&Heading", None))
        self.text_label.setText(QCoreApplication.translate("PaperSetupDialog", u"Te&xt under it, a paragraph to a line", None))
        self.pages.setTabText(self.pages.indexOf(self.outline_page), QCoreApplication.translate("PaperSetupDialog", u"&Outline", None))
        self.choose.setText(QCoreApplication.translate("PaperSetupDialog", u"&Choose a file...", None))
        self.own.setText(QCoreApplication.translate("PaperSetupDialog", u"Use the &program's own", None))
#if QT_CONFIG(accessibility)
        self.notes.setAccessibleName(QCoreApplication.translate("PaperSetupDialog", u"What was found in the template", None))
#endif // QT_CONFIG(accessibility)
        self.styles_label.setText(QCoreApplication.translate("PaperSetupDialog", u"&Which of its styles each kind of paragraph takes", None))
#if QT_CONFIG(accessibility)
        self.styles.setAccessibleName(QCoreApplication.translate("PaperSetupDialog", u"Styles by kind of paragraph", None))
#endif // QT_CONFIG(accessibility)
        self.pages.setTabText(self.pages.indexOf(self.template_page), QCoreApplication.translate("PaperSetupDialog", u"&Template", None))
    # retranslateUi

