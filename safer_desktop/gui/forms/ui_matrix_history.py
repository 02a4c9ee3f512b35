# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'matrix_history.ui'
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
    QLabel, QPushButton, QSizePolicy, QSpacerItem,
    QTableView, QVBoxLayout, QWidget)

class Ui_MatrixHistory(object):
    def setupUi(self, MatrixHistory):
        if not MatrixHistory.objectName():
            MatrixHistory.setObjectName(u"MatrixHistory")
        MatrixHistory.resize(426, 560)
        self.layout = QVBoxLayout(MatrixHistory)
        self.layout.setSpacing(8)
        self.layout.setObjectName(u"layout")
        self.layout.setContentsMargins(0, 8, 0, 0)
        self.heading = QLabel(MatrixHistory)
        self.heading.setObjectName(u"heading")
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setWordWrap(True)
        self.heading.setProperty(u"role", u"strong")

        self.layout.addWidget(self.heading)

        self.explanation = QLabel(MatrixHistory)
        self.explanation.setObjectName(u"explanation")
        self.explanation.setTextFormat(Qt.TextFormat.PlainText)
        self.explanation.setWordWrap(True)
        self.explanation.setProperty(u"role", u"muted")

        self.layout.addWidget(self.explanation)

        self.editions = QTableView(MatrixHistory)
        self.editions.setObjectName(u"editions")
        self.editions.setMinimumSize(QSize(0, 120))
        self.editions.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.editions.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.editions.setTabKeyNavigation(False)
        self.editions.setWordWrap(False)

        self.layout.addWidget(self.editions)

        self.row_1 = QHBoxLayout()
        self.row_1.setSpacing(8)
        self.row_1.setObjectName(u"row_1")
        self.freeze = QPushButton(MatrixHistory)
        self.freeze.setObjectName(u"freeze")
        self.freeze.setAutoDefault(False)

        self.row_1.addWidget(self.freeze)

        self.compare = QPushButton(MatrixHistory)
        self.compare.setObjectName(u"compare")
        self.compare.setAutoDefault(False)

        self.row_1.addWidget(self.compare)

        self.forget = QPushButton(MatrixHistory)
        self.forget.setObjectName(u"forget")
        self.forget.setAutoDefault(False)

        self.row_1.addWidget(self.forget)

        self.spacerItem = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.row_1.addItem(self.spacerItem)


        self.layout.addLayout(self.row_1)

        self.state = QLabel(MatrixHistory)
        self.state.setObjectName(u"state")
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.state.setWordWrap(True)
        self.state.setProperty(u"role", u"muted")

        self.layout.addWidget(self.state)

        self.row_2 = QHBoxLayout()
        self.row_2.setSpacing(8)
        self.row_2.setObjectName(u"row_2")
        self.changes = QPushButton(MatrixHistory)
        self.changes.setObjectName(u"changes")
        self.changes.setAutoDefault(False)

        self.row_2.addWidget(self.changes)

        self.spacerItem1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.row_2.addItem(self.spacerItem1)


        self.layout.addLayout(self.row_2)

        QWidget.setTabOrder(self.editions, self.freeze)
        QWidget.setTabOrder(self.freeze, self.compare)
        QWidget.setTabOrder(self.compare, self.forget)
        QWidget.setTabOrder(self.forget, self.changes)

        self.retranslateUi(MatrixHistory)

        QMetaObject.connectSlotsByName(MatrixHistory)
    # setupUi

    def retranslateUi(self, MatrixHistory):
        self.heading.setText(QCoreApplication.translate("MatrixHistory", u"Editions frozen for a board", None))
#if QT_CONFIG(accessibility)
        self.editions.setAccessibleName(QCoreApplication.translate("MatrixHistory", u"Frozen editions of the matrix", None))
#endif // QT_CONFIG(accessibility)
        self.freeze.setText(QCoreApplication.translate("MatrixHistory", u"Free&ze\u2026", None))
#if QT_CONFIG(tooltip)
        self.freeze.setToolTip(QCoreApplication.translate("MatrixHistory", u"Keep the matrix as it is now for a board", None))
#endif // QT_CONFIG(tooltip)
        self.compare.setText(QCoreApplication.translate("MatrixHistory", u"C&ompare\u2026", None))
#if QT_CONFIG(tooltip)
        self.compare.setToolTip(QCoreApplication.translate("MatrixHistory", u"What moved between two editions, and why", None))
#endif // QT_CONFIG(tooltip)
        self.forget.setText(QCoreApplication.translate("MatrixHistory", u"Remove edi&tion\u2026", None))
#if QT_CONFIG(tooltip)
        self.forget.setToolTip(QCoreApplication.translate("MatrixHistory", u"Remove the selected edition", None))
#endif // QT_CONFIG(tooltip)
        self.changes.setText(QCoreApplication.translate("MatrixHistory", u"All &changes\u2026", None))
#if QT_CONFIG(tooltip)
        self.changes.setToolTip(QCoreApplication.translate("MatrixHistory", u"Every change of the matrix: who, when, from what, to what, why", None))
#endif // QT_CONFIG(tooltip)
        pass
    # retranslateUi

