# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'firmness_panel.ui'
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
from PySide6.QtWidgets import (QAbstractItemView, QApplication, QComboBox, QFrame,
    QHBoxLayout, QHeaderView, QLabel, QPushButton,
    QScrollArea, QSizePolicy, QSpacerItem, QStackedWidget,
    QTableView, QVBoxLayout, QWidget)

class Ui_FirmnessPanel(object):
    def setupUi(self, FirmnessPanel):
        if not FirmnessPanel.objectName():
            FirmnessPanel.setObjectName(u"FirmnessPanel")
        FirmnessPanel.resize(426, 560)
        self.layout = QVBoxLayout(FirmnessPanel)
        self.layout.setSpacing(6)
        self.layout.setObjectName(u"layout")
        self.layout.setContentsMargins(0, 8, 0, 0)
        self.top_line = QHBoxLayout()
        self.top_line.setSpacing(8)
        self.top_line.setObjectName(u"top_line")
        self.view_label = QLabel(FirmnessPanel)
        self.view_label.setObjectName(u"view_label")

        self.top_line.addWidget(self.view_label)

        self.view = QComboBox(FirmnessPanel)
        self.view.addItem("")
        self.view.addItem("")
        self.view.addItem("")
        self.view.setObjectName(u"view")

        self.top_line.addWidget(self.view)

        self.space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.top_line.addItem(self.space)

        self.assume = QPushButton(FirmnessPanel)
        self.assume.setObjectName(u"assume")

        self.top_line.addWidget(self.assume)


        self.layout.addLayout(self.top_line)

        self.order = QLabel(FirmnessPanel)
        self.order.setObjectName(u"order")
        self.order.setWordWrap(True)
        self.order.setTextFormat(Qt.TextFormat.PlainText)
        self.order.setProperty(u"role", u"strong")

        self.layout.addWidget(self.order)

        self.stack = QStackedWidget(FirmnessPanel)
        self.stack.setObjectName(u"stack")
        self.picture_page = QScrollArea()
        self.picture_page.setObjectName(u"picture_page")
        self.picture_page.setFrameShape(QFrame.Shape.NoFrame)
        self.picture_page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.picture_page.setWidgetResizable(True)
        self.picture_page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.picture_area = QWidget()
        self.picture_area.setObjectName(u"picture_area")
        self.picture_layout = QVBoxLayout(self.picture_area)
        self.picture_layout.setObjectName(u"picture_layout")
        self.picture_layout.setContentsMargins(0, 0, 0, 0)
        self.picture_page.setWidget(self.picture_area)
        self.stack.addWidget(self.picture_page)
        self.words_page = QWidget()
        self.words_page.setObjectName(u"words_page")
        self.words_layout = QVBoxLayout(self.words_page)
        self.words_layout.setObjectName(u"words_layout")
        self.words_layout.setContentsMargins(0, 0, 0, 0)
        self.sentences = QTableView(self.words_page)
        self.sentences.setObjectName(u"sentences")
        self.sentences.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.sentences.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.sentences.setWordWrap(True)
        self.sentences.setTabKeyNavigation(False)

        self.words_layout.addWidget(self.sentences)

        self.stack.addWidget(self.words_page)
        self.pairs_page = QWidget()
        self.pairs_page.setObjectName(u"pairs_page")
        self.pairs_layout = QVBoxLayout(self.pairs_page)
        self.pairs_layout.setObjectName(u"pairs_layout")
        self.pairs_layout.setContentsMargins(0, 0, 0, 0)
        self.pairs_label = QLabel(self.pairs_page)
        self.pairs_label.setObjectName(u"pairs_label")
        self.pairs_label.setWordWrap(True)
        self.pairs_label.setProperty(u"role", u"caption")

        self.pairs_layout.addWidget(self.pairs_label)

        self.pairs = QTableView(self.pairs_page)
        self.pairs.setObjectName(u"pairs")
        self.pairs.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.pairs.setTabKeyNavigation(False)

        self.pairs_layout.addWidget(self.pairs)

        self.stack.addWidget(self.pairs_page)

        self.layout.addWidget(self.stack)

        self.read_out = QLabel(FirmnessPanel)
        self.read_out.setObjectName(u"read_out")
        self.read_out.setWordWrap(True)
        self.read_out.setTextFormat(Qt.TextFormat.PlainText)
        self.read_out.setProperty(u"role", u"caption")

        self.layout.addWidget(self.read_out)

        self.belief_box = QFrame(FirmnessPanel)
        self.belief_box.setObjectName(u"belief_box")
        self.belief_box.setProperty(u"role", u"card")
        self.belief_layout = QVBoxLayout(self.belief_box)
        self.belief_layout.setSpacing(2)
        self.belief_layout.setObjectName(u"belief_layout")
        self.belief_layout.setContentsMargins(12, 8, 12, 8)
        self.belief_heading = QLabel(self.belief_box)
        self.belief_heading.setObjectName(u"belief_heading")
        self.belief_heading.setWordWrap(True)
        self.belief_heading.setProperty(u"role", u"strong")

        self.belief_layout.addWidget(self.belief_heading)

        self.belief = QLabel(self.belief_box)
        self.belief.setObjectName(u"belief")
        self.belief.setWordWrap(True)
        self.belief.setTextFormat(Qt.TextFormat.PlainText)
        self.belief.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

        self.belief_layout.addWidget(self.belief)


        self.layout.addWidget(self.belief_box)

#if QT_CONFIG(shortcut)
        self.view_label.setBuddy(self.view)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.view, self.assume)
        QWidget.setTabOrder(self.assume, self.sentences)
        QWidget.setTabOrder(self.sentences, self.pairs)

        self.retranslateUi(FirmnessPanel)
        self.view.currentIndexChanged.connect(self.stack.setCurrentIndex)

        QMetaObject.connectSlotsByName(FirmnessPanel)
    # setupUi

    def retranslateUi(self, FirmnessPanel):
        self.view_label.setText(QCoreApplication.translate("FirmnessPanel", u"Sho&w:", None))
        self.view.setItemText(0, QCoreApplication.translate("FirmnessPanel", u"Places as a picture", None))
        self.view.setItemText(1, QCoreApplication.translate("FirmnessPanel", u"A sentence for each type", None))
        self.view.setItemText(2, QCoreApplication.translate("FirmnessPanel", u"Which stands above which", None))

#if QT_CONFIG(accessibility)
        self.view.setAccessibleName(QCoreApplication.translate("FirmnessPanel", u"What is shown of how firm the order is", None))
#endif // QT_CONFIG(accessibility)
        self.assume.setText(QCoreApplication.translate("FirmnessPanel", u"Ass&umptions\u2026", None))
#if QT_CONFIG(tooltip)
        self.assume.setToolTip(QCoreApplication.translate("FirmnessPanel", u"Change what is held plausible: weights, errors of scores, chance in counts", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.sentences.setAccessibleName(QCoreApplication.translate("FirmnessPanel", u"How firm the place of each incident type is", None))
#endif // QT_CONFIG(accessibility)
        self.pairs_label.setText(QCoreApplication.translate("FirmnessPanel", u"Share of draws in which the type of the row stands above that of the column.", None))
#if QT_CONFIG(accessibility)
        self.pairs.setAccessibleName(QCoreApplication.translate("FirmnessPanel", u"How certain it is which type stands above which", None))
#endif // QT_CONFIG(accessibility)
        self.belief_heading.setText(QCoreApplication.translate("FirmnessPanel", u"What would have to be believed?", None))
        pass
    # retranslateUi

