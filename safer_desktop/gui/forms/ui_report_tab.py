# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'report_tab.ui'
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
from PySide6.QtWidgets import (QAbstractItemView, QApplication, QFormLayout, QHBoxLayout,
    QHeaderView, QLabel, QLineEdit, QPushButton,
    QSizePolicy, QSpacerItem, QSplitter, QTabWidget,
    QTextBrowser, QTreeView, QVBoxLayout, QWidget)

class Ui_ReportTab(object):
    def setupUi(self, ReportTab):
        if not ReportTab.objectName():
            ReportTab.setObjectName(u"ReportTab")
        ReportTab.resize(1366, 620)
        self.layout = QVBoxLayout(ReportTab)
        self.layout.setSpacing(8)
        self.layout.setObjectName(u"layout")
        self.layout.setContentsMargins(16, 16, 16, 8)
        self.top = QHBoxLayout()
        self.top.setSpacing(8)
        self.top.setObjectName(u"top")
        self.titles = QVBoxLayout()
        self.titles.setSpacing(0)
        self.titles.setObjectName(u"titles")
        self.heading = QLabel(ReportTab)
        self.heading.setObjectName(u"heading")

        self.titles.addWidget(self.heading)

        self.summary = QLabel(ReportTab)
        self.summary.setObjectName(u"summary")

        self.titles.addWidget(self.summary)


        self.top.addLayout(self.titles)

        self.space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.top.addItem(self.space)

        self.setup = QPushButton(ReportTab)
        self.setup.setObjectName(u"setup")

        self.top.addWidget(self.setup)

        self.export_word = QPushButton(ReportTab)
        self.export_word.setObjectName(u"export_word")

        self.top.addWidget(self.export_word)


        self.layout.addLayout(self.top)

        self.splitter = QSplitter(ReportTab)
        self.splitter.setObjectName(u"splitter")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(1)
        sizePolicy.setHeightForWidth(self.splitter.sizePolicy().hasHeightForWidth())
        self.splitter.setSizePolicy(sizePolicy)
        self.splitter.setOrientation(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.pages = QTabWidget(self.splitter)
        self.pages.setObjectName(u"pages")
        self.paragraphs_page = QWidget()
        self.paragraphs_page.setObjectName(u"paragraphs_page")
        self.paragraphs_layout = QVBoxLayout(self.paragraphs_page)
        self.paragraphs_layout.setSpacing(8)
        self.paragraphs_layout.setObjectName(u"paragraphs_layout")
        self.outline = QTreeView(self.paragraphs_page)
        self.outline.setObjectName(u"outline")
        self.outline.setUniformRowHeights(True)
        self.outline.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

        self.paragraphs_layout.addWidget(self.outline)

        self.editor_place = QWidget(self.paragraphs_page)
        self.editor_place.setObjectName(u"editor_place")

        self.paragraphs_layout.addWidget(self.editor_place)

        self.pages.addTab(self.paragraphs_page, "")
        self.details_page = QWidget()
        self.details_page.setObjectName(u"details_page")
        self.details_layout = QFormLayout(self.details_page)
        self.details_layout.setObjectName(u"details_layout")
        self.details_layout.setHorizontalSpacing(16)
        self.details_layout.setVerticalSpacing(8)
        self.title_label = QLabel(self.details_page)
        self.title_label.setObjectName(u"title_label")

        self.details_layout.setWidget(0, QFormLayout.ItemRole.LabelRole, self.title_label)

        self.title = QLineEdit(self.details_page)
        self.title.setObjectName(u"title")

        self.details_layout.setWidget(0, QFormLayout.ItemRole.FieldRole, self.title)

        self.board_label = QLabel(self.details_page)
        self.board_label.setObjectName(u"board_label")

        self.details_layout.setWidget(1, QFormLayout.ItemRole.LabelRole, self.board_label)

        self.board = QLineEdit(self.details_page)
        self.board.setObjectName(u"board")

        self.details_layout.setWidget(1, QFormLayout.ItemRole.FieldRole, self.board)

        self.meeting_date_label = QLabel(self.details_page)
        self.meeting_date_label.setObjectName(u"meeting_date_label")

        self.details_layout.setWidget(2, QFormLayout.ItemRole.LabelRole, self.meeting_date_label)

        self.meeting_date = QLineEdit(self.details_page)
        self.meeting_date.setObjectName(u"meeting_date")

        self.details_layout.setWidget(2, QFormLayout.ItemRole.FieldRole, self.meeting_date)

        self.agenda_item_label = QLabel(self.details_page)
        self.agenda_item_label.setObjectName(u"agenda_item_label")

        self.details_layout.setWidget(3, QFormLayout.ItemRole.LabelRole, self.agenda_item_label)

        self.agenda_item = QLineEdit(self.details_page)
        self.agenda_item.setObjectName(u"agenda_item")

        self.details_layout.setWidget(3, QFormLayout.ItemRole.FieldRole, self.agenda_item)

        self.report_of_label = QLabel(self.details_page)
        self.report_of_label.setObjectName(u"report_of_label")

        self.details_layout.setWidget(4, QFormLayout.ItemRole.LabelRole, self.report_of_label)

        self.report_of = QLineEdit(self.details_page)
        self.report_of.setObjectName(u"report_of")

        self.details_layout.setWidget(4, QFormLayout.ItemRole.FieldRole, self.report_of)

        self.author_label = QLabel(self.details_page)
        self.author_label.setObjectName(u"author_label")

        self.details_layout.setWidget(5, QFormLayout.ItemRole.LabelRole, self.author_label)

        self.author = QLineEdit(self.details_page)
        self.author.setObjectName(u"author")

        self.details_layout.setWidget(5, QFormLayout.ItemRole.FieldRole, self.author)

        self.post_label = QLabel(self.details_page)
        self.post_label.setObjectName(u"post_label")

        self.details_layout.setWidget(6, QFormLayout.ItemRole.LabelRole, self.post_label)

        self.post = QLineEdit(self.details_page)
        self.post.setObjectName(u"post")

        self.details_layout.setWidget(6, QFormLayout.ItemRole.FieldRole, self.post)

        self.telephone_label = QLabel(self.details_page)
        self.telephone_label.setObjectName(u"telephone_label")

        self.details_layout.setWidget(7, QFormLayout.ItemRole.LabelRole, self.telephone_label)

        self.telephone = QLineEdit(self.details_page)
        self.telephone.setObjectName(u"telephone")

        self.details_layout.setWidget(7, QFormLayout.ItemRole.FieldRole, self.telephone)

        self.email_label = QLabel(self.details_page)
        self.email_label.setObjectName(u"email_label")

        self.details_layout.setWidget(8, QFormLayout.ItemRole.LabelRole, self.email_label)

        self.email = QLineEdit(self.details_page)
        self.email.setObjectName(u"email")

        self.details_layout.setWidget(8, QFormLayout.ItemRole.FieldRole, self.email)

        self.pages.addTab(self.details_page, "")
        self.splitter.addWidget(self.pages)
        self.preview = QTextBrowser(self.splitter)
        self.preview.setObjectName(u"preview")
        self.preview.setOpenLinks(False)
        self.splitter.addWidget(self.preview)

        self.layout.addWidget(self.splitter)

#if QT_CONFIG(shortcut)
        self.title_label.setBuddy(self.title)
        self.board_label.setBuddy(self.board)
        self.meeting_date_label.setBuddy(self.meeting_date)
        self.agenda_item_label.setBuddy(self.agenda_item)
        self.report_of_label.setBuddy(self.report_of)
        self.author_label.setBuddy(self.author)
        self.post_label.setBuddy(self.post)
        self.telephone_label.setBuddy(self.telephone)
        self.email_label.setBuddy(self.email)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.setup, self.export_word)
        QWidget.setTabOrder(self.export_word, self.pages)
        QWidget.setTabOrder(self.pages, self.outline)
        QWidget.setTabOrder(self.outline, self.preview)
        QWidget.setTabOrder(self.preview, self.title)
        QWidget.setTabOrder(self.title, self.board)
        QWidget.setTabOrder(self.board, self.meeting_date)
        QWidget.setTabOrder(self.meeting_date, self.agenda_item)
        QWidget.setTabOrder(self.agenda_item, self.report_of)
        QWidget.setTabOrder(self.report_of, self.author)
        QWidget.setTabOrder(self.author, self.post)
        QWidget.setTabOrder(self.post, self.telephone)
        QWidget.setTabOrder(self.telephone, self.email)

        self.retranslateUi(ReportTab)

        QMetaObject.connectSlotsByName(ReportTab)
    # setupUi

    def retranslateUi(self, ReportTab):
        self.setup.setText(QCoreApplication.translate("ReportTab", u"Out&line and template...", None))
#if QT_CONFIG(tooltip)
        self.setup.setToolTip(QCoreApplication.translate("ReportTab", u"Which headings the paper has, and the council's own Word template", None))
#endif // QT_CONFIG(tooltip)
        self.export_word.setText(QCoreApplication.translate("ReportTab", u"E&xport to Word...", None))
#if QT_CONFIG(tooltip)
        self.export_word.setToolTip(QCoreApplication.translate("ReportTab", u"Write the paper as a Word file", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.outline.setAccessibleName(QCoreApplication.translate("ReportTab", u"Paragraphs of the paper", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.outline.setAccessibleDescription(QCoreApplication.translate("ReportTab", u"Tick a paragraph to have it in the paper; select it to edit its words below", None))
#endif // QT_CONFIG(accessibility)
        self.pages.setTabText(self.pages.indexOf(self.paragraphs_page), QCoreApplication.translate("ReportTab", u"Para&graphs", None))
        self.title_label.setText(QCoreApplication.translate("ReportTab", u"&Title of the paper", None))
        self.board_label.setText(QCoreApplication.translate("ReportTab", u"&Board", None))
        self.meeting_date_label.setText(QCoreApplication.translate("ReportTab", u"&Meeting date", None))
        self.agenda_item_label.setText(QCoreApplication.translate("ReportTab", u"Agenda &item", None))
        self.report_of_label.setText(QCoreApplication.translate("ReportTab", u"&Report of", None))
        self.author_label.setText(QCoreApplication.translate("ReportTab", u"A&uthor", None))
        self.post_label.setText(QCoreApplication.translate("ReportTab", u"&Post", None))
        self.telephone_label.setText(QCoreApplication.translate("ReportTab", u"Telep&hone", None))
        self.email_label.setText(QCoreApplication.translate("ReportTab", u"&E-mail", None))
        self.pages.setTabText(self.pages.indexOf(self.details_page), QCoreApplication.translate("ReportTab", u"&Details", None))
#if QT_CONFIG(accessibility)
        self.preview.setAccessibleName(QCoreApplication.translate("ReportTab", u"The paper, to read through", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

