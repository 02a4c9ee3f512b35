# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'chart_panel.ui'
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
    QLabel, QSizePolicy, QStackedWidget, QTableView,
    QToolButton, QVBoxLayout, QWidget)

class Ui_ChartPanel(object):
    def setupUi(self, ChartPanel):
        if not ChartPanel.objectName():
            ChartPanel.setObjectName(u"ChartPanel")
        ChartPanel.resize(860, 320)
        self.layout = QVBoxLayout(ChartPanel)
        self.layout.setSpacing(4)
        self.layout.setObjectName(u"layout")
        self.layout.setContentsMargins(0, 0, 0, 0)
        self.title = QLabel(ChartPanel)
        self.title.setObjectName(u"title")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        sizePolicy.setHorizontalStretch(1)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.title.sizePolicy().hasHeightForWidth())
        self.title.setSizePolicy(sizePolicy)
        self.title.setWordWrap(True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setProperty(u"role", u"heading")

        self.layout.addWidget(self.title)

        self.top = QHBoxLayout()
        self.top.setSpacing(8)
        self.top.setObjectName(u"top")
        self.subtitle = QLabel(ChartPanel)
        self.subtitle.setObjectName(u"subtitle")
        sizePolicy.setHeightForWidth(self.subtitle.sizePolicy().hasHeightForWidth())
        self.subtitle.setSizePolicy(sizePolicy)
        self.subtitle.setWordWrap(True)
        self.subtitle.setTextFormat(Qt.TextFormat.PlainText)
        self.subtitle.setProperty(u"role", u"caption")

        self.top.addWidget(self.subtitle)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(4)
        self.buttons.setObjectName(u"buttons")
        self.as_table = QToolButton(ChartPanel)
        self.as_table.setObjectName(u"as_table")
        self.as_table.setCheckable(True)
        self.as_table.setProperty(u"role", u"chart")

        self.buttons.addWidget(self.as_table)

        self.copy = QToolButton(ChartPanel)
        self.copy.setObjectName(u"copy")
        self.copy.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.copy.setProperty(u"role", u"chart")

        self.buttons.addWidget(self.copy)

        self.save = QToolButton(ChartPanel)
        self.save.setObjectName(u"save")
        self.save.setProperty(u"role", u"chart")

        self.buttons.addWidget(self.save)


        self.top.addLayout(self.buttons)


        self.layout.addLayout(self.top)

        self.views = QStackedWidget(ChartPanel)
        self.views.setObjectName(u"views")
        sizePolicy1 = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizePolicy1.setHorizontalStretch(0)
        sizePolicy1.setVerticalStretch(1)
        sizePolicy1.setHeightForWidth(self.views.sizePolicy().hasHeightForWidth())
        self.views.setSizePolicy(sizePolicy1)
        self.chart_page = QWidget()
        self.chart_page.setObjectName(u"chart_page")
        self.chart_layout = QVBoxLayout(self.chart_page)
        self.chart_layout.setObjectName(u"chart_layout")
        self.chart_layout.setContentsMargins(0, 0, 0, 0)
        self.views.addWidget(self.chart_page)
        self.table = QTableView()
        self.table.setObjectName(u"table")
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        self.views.addWidget(self.table)
        self.empty = QLabel()
        self.empty.setObjectName(u"empty")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.empty.setTextFormat(Qt.TextFormat.PlainText)
        self.empty.setProperty(u"role", u"muted")
        self.views.addWidget(self.empty)

        self.layout.addWidget(self.views)

        self.caption = QLabel(ChartPanel)
        self.caption.setObjectName(u"caption")
        sizePolicy.setHeightForWidth(self.caption.sizePolicy().hasHeightForWidth())
        self.caption.setSizePolicy(sizePolicy)
        self.caption.setWordWrap(True)
        self.caption.setTextFormat(Qt.TextFormat.PlainText)
        self.caption.setProperty(u"role", u"caption")

        self.layout.addWidget(self.caption)

        QWidget.setTabOrder(self.as_table, self.copy)
        QWidget.setTabOrder(self.copy, self.save)
        QWidget.setTabOrder(self.save, self.table)

        self.retranslateUi(ChartPanel)

        QMetaObject.connectSlotsByName(ChartPanel)
    # setupUi

    def retranslateUi(self, ChartPanel):
        self.as_table.setText(QCoreApplication.translate("ChartPanel", u"Table", None))
#if QT_CONFIG(tooltip)
        self.as_table.setToolTip(QCoreApplication.translate("ChartPanel", u"Show the chart's figures as a table", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.as_table.setAccessibleName(QCoreApplication.translate("ChartPanel", u"Show as table", None))
#endif // QT_CONFIG(accessibility)
        self.copy.setText(QCoreApplication.translate("ChartPanel", u"Copy", None))
#if QT_CONFIG(tooltip)
        self.copy.setToolTip(QCoreApplication.translate("ChartPanel", u"Copy the chart as a picture, or its figures as a table", None))
#endif // QT_CONFIG(tooltip)
        self.save.setText(QCoreApplication.translate("ChartPanel", u"Save...", None))
#if QT_CONFIG(tooltip)
        self.save.setToolTip(QCoreApplication.translate("ChartPanel", u"Save the chart as a PNG, SVG or CSV file", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.save.setAccessibleName(QCoreApplication.translate("ChartPanel", u"Save the chart as a picture", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

