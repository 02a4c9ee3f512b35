# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'rounds_dialog.ui'
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
from PySide6.QtWidgets import (QAbstractItemView, QApplication, QComboBox, QDialog,
    QHBoxLayout, QHeaderView, QLabel, QPushButton,
    QSizePolicy, QSpacerItem, QTabWidget, QTableView,
    QVBoxLayout, QWidget)

class Ui_RoundsDialog(object):
    def setupUi(self, RoundsDialog):
        if not RoundsDialog.objectName():
            RoundsDialog.setObjectName(u"RoundsDialog")
        RoundsDialog.resize(1180, 620)
        RoundsDialog.setAcceptDrops(True)
        RoundsDialog.setSizeGripEnabled(True)
        self.layout = QVBoxLayout(RoundsDialog)
        self.layout.setSpacing(8)
        self.layout.setObjectName(u"layout")
        self.layout.setContentsMargins(16, 16, 16, 16)
        self.heading = QLabel(RoundsDialog)
        self.heading.setObjectName(u"heading")
        self.heading.setWordWrap(True)
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setProperty(u"role", u"title")

        self.layout.addWidget(self.heading)

        self.explanation = QLabel(RoundsDialog)
        self.explanation.setObjectName(u"explanation")
        self.explanation.setWordWrap(True)
        self.explanation.setTextFormat(Qt.TextFormat.PlainText)
        self.explanation.setProperty(u"role", u"sub")

        self.layout.addWidget(self.explanation)

        self.steps = QHBoxLayout()
        self.steps.setSpacing(8)
        self.steps.setObjectName(u"steps")
        self.round_label = QLabel(RoundsDialog)
        self.round_label.setObjectName(u"round_label")

        self.steps.addWidget(self.round_label)

        self.round = QComboBox(RoundsDialog)
        self.round.setObjectName(u"round")
        self.round.setMinimumSize(QSize(240, 0))

        self.steps.addWidget(self.round)

        self.space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.steps.addItem(self.space)

        self.start = QPushButton(RoundsDialog)
        self.start.setObjectName(u"start")
        self.start.setAutoDefault(False)

        self.steps.addWidget(self.start)

        self.write = QPushButton(RoundsDialog)
        self.write.setObjectName(u"write")
        self.write.setAutoDefault(False)

        self.steps.addWidget(self.write)

        self.read = QPushButton(RoundsDialog)
        self.read.setObjectName(u"read")
        self.read.setAutoDefault(False)

        self.steps.addWidget(self.read)

        self.end = QPushButton(RoundsDialog)
        self.end.setObjectName(u"end")
        self.end.setAutoDefault(False)

        self.steps.addWidget(self.end)


        self.layout.addLayout(self.steps)

        self.pages = QTabWidget(RoundsDialog)
        self.pages.setObjectName(u"pages")
        self.partners_page = QWidget()
        self.partners_page.setObjectName(u"partners_page")
        self.partners_page_layout = QVBoxLayout(self.partners_page)
        self.partners_page_layout.setObjectName(u"partners_page_layout")
        self.partners_page_layout.setContentsMargins(0, 8, 0, 0)
        self.partners = QTableView(self.partners_page)
        self.partners.setObjectName(u"partners")
        self.partners.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.partners.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.partners.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.partners.setTabKeyNavigation(False)
        self.partners.setWordWrap(True)

        self.partners_page_layout.addWidget(self.partners)

        self.pages.addTab(self.partners_page, "")
        self.scores_page = QWidget()
        self.scores_page.setObjectName(u"scores_page")
        self.scores_page_layout = QVBoxLayout(self.scores_page)
        self.scores_page_layout.setObjectName(u"scores_page_layout")
        self.scores_page_layout.setContentsMargins(0, 8, 0, 0)
        self.agreement = QLabel(self.scores_page)
        self.agreement.setObjectName(u"agreement")
        self.agreement.setWordWrap(True)
        self.agreement.setTextFormat(Qt.TextFormat.PlainText)

        self.scores_page_layout.addWidget(self.agreement)

        self.scores = QTableView(self.scores_page)
        self.scores.setObjectName(u"scores")
        self.scores.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.scores.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.scores.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.scores.setTabKeyNavigation(False)
        self.scores.setWordWrap(True)

        self.scores_page_layout.addWidget(self.scores)

        self.adopt_line = QHBoxLayout()
        self.adopt_line.setSpacing(8)
        self.adopt_line.setObjectName(u"adopt_line")
        self.adopt = QPushButton(self.scores_page)
        self.adopt.setObjectName(u"adopt")
        self.adopt.setAutoDefault(False)

        self.adopt_line.addWidget(self.adopt)

        self.select_new = QPushButton(self.scores_page)
        self.select_new.setObjectName(u"select_new")
        self.select_new.setAutoDefault(False)

        self.adopt_line.addWidget(self.select_new)

        self.space2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.adopt_line.addItem(self.space2)


        self.scores_page_layout.addLayout(self.adopt_line)

        self.pages.addTab(self.scores_page, "")
        self.read_page = QWidget()
        self.read_page.setObjectName(u"read_page")
        self.read_page_layout = QVBoxLayout(self.read_page)
        self.read_page_layout.setObjectName(u"read_page_layout")
        self.read_page_layout.setContentsMargins(0, 8, 0, 0)
        self.readings = QTableView(self.read_page)
        self.readings.setObjectName(u"readings")
        self.readings.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.readings.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.readings.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.readings.setTabKeyNavigation(False)
        self.readings.setWordWrap(True)

        self.read_page_layout.addWidget(self.readings)

        self.take_line = QHBoxLayout()
        self.take_line.setSpacing(8)
        self.take_line.setObjectName(u"take_line")
        self.take = QPushButton(self.read_page)
        self.take.setObjectName(u"take")
        self.take.setAutoDefault(False)

        self.take_line.addWidget(self.take)

        self.space3 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.take_line.addItem(self.space3)


        self.read_page_layout.addLayout(self.take_line)

        self.pages.addTab(self.read_page, "")

        self.layout.addWidget(self.pages)

        self.message = QLabel(RoundsDialog)
        self.message.setObjectName(u"message")
        self.message.setWordWrap(True)
        self.message.setTextFormat(Qt.TextFormat.PlainText)

        self.layout.addWidget(self.message)

        self.bottom = QHBoxLayout()
        self.bottom.setSpacing(8)
        self.bottom.setObjectName(u"bottom")
        self.space4 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.bottom.addItem(self.space4)

        self.close_button = QPushButton(RoundsDialog)
        self.close_button.setObjectName(u"close_button")
        self.close_button.setAutoDefault(False)

        self.bottom.addWidget(self.close_button)


        self.layout.addLayout(self.bottom)

#if QT_CONFIG(shortcut)
        self.round_label.setBuddy(self.round)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.round, self.start)
        QWidget.setTabOrder(self.start, self.write)
        QWidget.setTabOrder(self.write, self.read)
        QWidget.setTabOrder(self.read, self.end)
        QWidget.setTabOrder(self.end, self.pages)
        QWidget.setTabOrder(self.pages, self.partners)
        QWidget.setTabOrder(self.partners, self.scores)
        QWidget.setTabOrder(self.scores, self.adopt)
        QWidget.setTabOrder(self.adopt, self.select_new)
        QWidget.setTabOrder(self.select_new, self.readings)
        QWidget.setTabOrder(self.readings, self.take)
        QWidget.setTabOrder(self.take, self.close_button)

        self.retranslateUi(RoundsDialog)
        self.close_button.clicked.connect(RoundsDialog.close)

        QMetaObject.connectSlotsByName(RoundsDialog)
    # setupUi

    def retranslateUi(self, RoundsDialog):
        RoundsDialog.setWindowTitle(QCoreApplication.translate("RoundsDialog", u"Partner rounds", None))
        self.round_label.setText(QCoreApplication.translate("RoundsDialog", u"R&ound:", None))
#if QT_CONFIG(accessibility)
        self.round.setAccessibleName(QCoreApplication.translate("RoundsDialog", u"Round that is shown", None))
#endif // QT_CONFIG(accessibility)
        self.start.setText(QCoreApplication.translate("RoundsDialog", u"&Start a round\u2026", None))
#if QT_CONFIG(tooltip)
        self.start.setToolTip(QCoreApplication.translate("RoundsDialog", u"Name the partners who are asked", None))
#endif // QT_CONFIG(tooltip)
        self.write.setText(QCoreApplication.translate("RoundsDialog", u"&Write sheets\u2026", None))
#if QT_CONFIG(tooltip)
        self.write.setToolTip(QCoreApplication.translate("RoundsDialog", u"One scoring sheet per partner, into a folder", None))
#endif // QT_CONFIG(tooltip)
        self.read.setText(QCoreApplication.translate("RoundsDialog", u"&Read sheets\u2026", None))
#if QT_CONFIG(tooltip)
        self.read.setToolTip(QCoreApplication.translate("RoundsDialog", u"Sheets that came back; they can also be dropped here", None))
#endif // QT_CONFIG(tooltip)
        self.end.setText(QCoreApplication.translate("RoundsDialog", u"C&lose the round", None))
#if QT_CONFIG(tooltip)
        self.end.setToolTip(QCoreApplication.translate("RoundsDialog", u"After that no more sheets are taken in", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.partners.setAccessibleName(QCoreApplication.translate("RoundsDialog", u"Partners and what they have answered", None))
#endif // QT_CONFIG(accessibility)
        self.pages.setTabText(self.pages.indexOf(self.partners_page), QCoreApplication.translate("RoundsDialog", u"&Partners", None))
#if QT_CONFIG(accessibility)
        self.scores.setAccessibleName(QCoreApplication.translate("RoundsDialog", u"What the partners made of each type", None))
#endif // QT_CONFIG(accessibility)
        self.adopt.setText(QCoreApplication.translate("RoundsDialog", u"&Adopt the selected\u2026", None))
#if QT_CONFIG(tooltip)
        self.adopt.setToolTip(QCoreApplication.translate("RoundsDialog", u"Put the medians into the matrix", None))
#endif // QT_CONFIG(tooltip)
        self.select_new.setText(QCoreApplication.translate("RoundsDialog", u"Select t&hose not scored yet", None))
#if QT_CONFIG(tooltip)
        self.select_new.setToolTip(QCoreApplication.translate("RoundsDialog", u"Types that nobody has scored yet", None))
#endif // QT_CONFIG(tooltip)
        self.pages.setTabText(self.pages.indexOf(self.scores_page), QCoreApplication.translate("RoundsDialog", u"S&cores", None))
#if QT_CONFIG(accessibility)
        self.readings.setAccessibleName(QCoreApplication.translate("RoundsDialog", u"Sheets that were read, and what was found", None))
#endif // QT_CONFIG(accessibility)
        self.take.setText(QCoreApplication.translate("RoundsDialog", u"&Take the selected all the same\u2026", None))
        self.pages.setTabText(self.pages.indexOf(self.read_page), QCoreApplication.translate("RoundsDialog", u"Sheets rea&d", None))
        self.close_button.setText(QCoreApplication.translate("RoundsDialog", u"Clos&e", None))
    # retranslateUi

