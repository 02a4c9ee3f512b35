# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'sources_tab.ui'
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
from PySide6.QtWidgets import (QAbstractItemView, QApplication, QHBoxLayout, QHeaderView,
    QLabel, QLineEdit, QListWidget, QListWidgetItem,
    QPushButton, QSizePolicy, QSpacerItem, QSplitter,
    QTableView, QVBoxLayout, QWidget)

class Ui_SourcesTab(object):
    def setupUi(self, SourcesTab):
        if not SourcesTab.objectName():
            SourcesTab.setObjectName(u"SourcesTab")
        SourcesTab.resize(1366, 620)
        self.layout = QVBoxLayout(SourcesTab)
        self.layout.setSpacing(8)
        self.layout.setObjectName(u"layout")
        self.layout.setContentsMargins(16, 16, 16, 8)
        self.top = QHBoxLayout()
        self.top.setSpacing(8)
        self.top.setObjectName(u"top")
        self.titles = QVBoxLayout()
        self.titles.setSpacing(0)
        self.titles.setObjectName(u"titles")
        self.heading = QLabel(SourcesTab)
        self.heading.setObjectName(u"heading")

        self.titles.addWidget(self.heading)

        self.summary = QLabel(SourcesTab)
        self.summary.setObjectName(u"summary")

        self.titles.addWidget(self.summary)


        self.top.addLayout(self.titles)

        self.space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.top.addItem(self.space)

        self.find = QLineEdit(SourcesTab)
        self.find.setObjectName(u"find")
        self.find.setMinimumSize(QSize(260, 0))
        self.find.setClearButtonEnabled(True)

        self.top.addWidget(self.find)

        self.load_folder = QPushButton(SourcesTab)
        self.load_folder.setObjectName(u"load_folder")

        self.top.addWidget(self.load_folder)

        self.load_files = QPushButton(SourcesTab)
        self.load_files.setObjectName(u"load_files")

        self.top.addWidget(self.load_files)


        self.layout.addLayout(self.top)

        self.splitter = QSplitter(SourcesTab)
        self.splitter.setObjectName(u"splitter")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(1)
        sizePolicy.setHeightForWidth(self.splitter.sizePolicy().hasHeightForWidth())
        self.splitter.setSizePolicy(sizePolicy)
        self.splitter.setOrientation(Qt.Orientation.Vertical)
        self.splitter.setChildrenCollapsible(False)
        self.loads = QTableView(self.splitter)
        self.loads.setObjectName(u"loads")
        self.loads.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.loads.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.loads.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.loads.setTabKeyNavigation(False)
        self.splitter.addWidget(self.loads)
        self.below = QWidget(self.splitter)
        self.below.setObjectName(u"below")
        self.below_layout = QHBoxLayout(self.below)
        self.below_layout.setSpacing(16)
        self.below_layout.setObjectName(u"below_layout")
        self.below_layout.setContentsMargins(0, 8, 0, 0)
        self.file_side = QVBoxLayout()
        self.file_side.setSpacing(4)
        self.file_side.setObjectName(u"file_side")
        self.file_heading = QLabel(self.below)
        self.file_heading.setObjectName(u"file_heading")
        sizePolicy1 = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        sizePolicy1.setHorizontalStretch(0)
        sizePolicy1.setVerticalStretch(0)
        sizePolicy1.setHeightForWidth(self.file_heading.sizePolicy().hasHeightForWidth())
        self.file_heading.setSizePolicy(sizePolicy1)

        self.file_side.addWidget(self.file_heading)

        self.file_words = QLabel(self.below)
        self.file_words.setObjectName(u"file_words")
        self.file_words.setWordWrap(True)
        sizePolicy2 = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        sizePolicy2.setHorizontalStretch(0)
        sizePolicy2.setVerticalStretch(0)
        sizePolicy2.setHeightForWidth(self.file_words.sizePolicy().hasHeightForWidth())
        self.file_words.setSizePolicy(sizePolicy2)

        self.file_side.addWidget(self.file_words)

        self.problems = QTableView(self.below)
        self.problems.setObjectName(u"problems")
        self.problems.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.problems.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.problems.setTabKeyNavigation(False)

        self.file_side.addWidget(self.problems)

        self.file_gap = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.file_side.addItem(self.file_gap)

        self.file_buttons = QHBoxLayout()
        self.file_buttons.setObjectName(u"file_buttons")
        self.withdraw = QPushButton(self.below)
        self.withdraw.setObjectName(u"withdraw")

        self.file_buttons.addWidget(self.withdraw)

        self.restated = QPushButton(self.below)
        self.restated.setObjectName(u"restated")

        self.file_buttons.addWidget(self.restated)

        self.file_space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.file_buttons.addItem(self.file_space)


        self.file_side.addLayout(self.file_buttons)

        self.file_side.setStretch(2, 1)

        self.below_layout.addLayout(self.file_side)

        self.missing_side = QVBoxLayout()
        self.missing_side.setSpacing(4)
        self.missing_side.setObjectName(u"missing_side")
        self.missing_label = QLabel(self.below)
        self.missing_label.setObjectName(u"missing_label")

        self.missing_side.addWidget(self.missing_label)

        self.missing = QListWidget(self.below)
        self.missing.setObjectName(u"missing")
        self.missing.setWordWrap(True)

        self.missing_side.addWidget(self.missing)

        self.copy_asked = QPushButton(self.below)
        self.copy_asked.setObjectName(u"copy_asked")

        self.missing_side.addWidget(self.copy_asked, 0, Qt.AlignmentFlag.AlignLeft)

        self.missing_side.setStretch(1, 1)

        self.below_layout.addLayout(self.missing_side)

        self.splitter.addWidget(self.below)

        self.layout.addWidget(self.splitter)

#if QT_CONFIG(shortcut)
        self.missing_label.setBuddy(self.missing)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.find, self.load_files)
        QWidget.setTabOrder(self.load_files, self.load_folder)
        QWidget.setTabOrder(self.load_folder, self.loads)
        QWidget.setTabOrder(self.loads, self.problems)
        QWidget.setTabOrder(self.problems, self.withdraw)
        QWidget.setTabOrder(self.withdraw, self.restated)
        QWidget.setTabOrder(self.restated, self.missing)
        QWidget.setTabOrder(self.missing, self.copy_asked)

        self.retranslateUi(SourcesTab)

        QMetaObject.connectSlotsByName(SourcesTab)
    # setupUi

    def retranslateUi(self, SourcesTab):
#if QT_CONFIG(accessibility)
        self.find.setAccessibleName(QCoreApplication.translate("SourcesTab", u"Find files by name, partner, indicator or state", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.find.setToolTip(QCoreApplication.translate("SourcesTab", u"File, partner, recipe, indicator, or a word such as overdue, mended, taken back (Ctrl+F)", None))
#endif // QT_CONFIG(tooltip)
        self.find.setPlaceholderText(QCoreApplication.translate("SourcesTab", u"Find files", None))
        self.load_folder.setText(QCoreApplication.translate("SourcesTab", u"Load a f&older...", None))
#if QT_CONFIG(tooltip)
        self.load_folder.setToolTip(QCoreApplication.translate("SourcesTab", u"A data.police.uk download that was unpacked", None))
#endif // QT_CONFIG(tooltip)
        self.load_files.setText(QCoreApplication.translate("SourcesTab", u"Loa&d files...", None))
#if QT_CONFIG(tooltip)
        self.load_files.setToolTip(QCoreApplication.translate("SourcesTab", u"Workbooks, csv files or a data.police.uk zip; they can also be dropped here", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.loads.setAccessibleName(QCoreApplication.translate("SourcesTab", u"Files that came in", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.problems.setAccessibleName(QCoreApplication.translate("SourcesTab", u"What the checks found in this file", None))
#endif // QT_CONFIG(accessibility)
        self.withdraw.setText(QCoreApplication.translate("SourcesTab", u"Take &back", None))
#if QT_CONFIG(tooltip)
        self.withdraw.setToolTip(QCoreApplication.translate("SourcesTab", u"Its figures no longer count; those that they replaced count again. Can be undone.", None))
#endif // QT_CONFIG(tooltip)
        self.restated.setText(QCoreApplication.translate("SourcesTab", u"&Restated figures...", None))
#if QT_CONFIG(tooltip)
        self.restated.setToolTip(QCoreApplication.translate("SourcesTab", u"What this file gives otherwise than an earlier one", None))
#endif // QT_CONFIG(tooltip)
        self.missing_label.setText(QCoreApplication.translate("SourcesTab", u"Still to co&me", None))
#if QT_CONFIG(accessibility)
        self.missing.setAccessibleName(QCoreApplication.translate("SourcesTab", u"What is still to come, and from whom", None))
#endif // QT_CONFIG(accessibility)
        self.copy_asked.setText(QCoreApplication.translate("SourcesTab", u"Cop&y as e-mail text", None))
#if QT_CONFIG(tooltip)
        self.copy_asked.setToolTip(QCoreApplication.translate("SourcesTab", u"One message for each partner, to be pasted into your mail program", None))
#endif // QT_CONFIG(tooltip)
        pass
    # retranslateUi

