# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'matrix_context.ui'
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
from PySide6.QtWidgets import (QAbstractItemView, QApplication, QFrame, QHBoxLayout,
    QHeaderView, QLabel, QScrollArea, QSizePolicy,
    QSpacerItem, QTableView, QToolButton, QVBoxLayout,
    QWidget)

class Ui_MatrixContext(object):
    def setupUi(self, MatrixContext):
        if not MatrixContext.objectName():
            MatrixContext.setObjectName(u"MatrixContext")
        MatrixContext.resize(426, 560)
        self.layout = QVBoxLayout(MatrixContext)
        self.layout.setObjectName(u"layout")
        self.layout.setContentsMargins(0, 8, 0, 0)
        self.scroll = QScrollArea(MatrixContext)
        self.scroll.setObjectName(u"scroll")
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setWidgetResizable(True)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.content = QWidget()
        self.content.setObjectName(u"content")
        self.content_layout = QVBoxLayout(self.content)
        self.content_layout.setSpacing(6)
        self.content_layout.setObjectName(u"content_layout")
        self.content_layout.setContentsMargins(0, 0, 8, 8)
        self.name = QLabel(self.content)
        self.name.setObjectName(u"name")
        self.name.setWordWrap(True)
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.name.setProperty(u"role", u"title")

        self.content_layout.addWidget(self.name)

        self.standing = QLabel(self.content)
        self.standing.setObjectName(u"standing")
        self.standing.setWordWrap(True)
        self.standing.setTextFormat(Qt.TextFormat.PlainText)
        self.standing.setProperty(u"role", u"muted")

        self.content_layout.addWidget(self.standing)

        self.buttons = QHBoxLayout()
        self.buttons.setObjectName(u"buttons")
        self.go = QToolButton(self.content)
        self.go.setObjectName(u"go")
        self.go.setProperty(u"role", u"chart")

        self.buttons.addWidget(self.go)

        self.space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.space)


        self.content_layout.addLayout(self.buttons)

        self.note = QLabel(self.content)
        self.note.setObjectName(u"note")
        self.note.setWordWrap(True)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setProperty(u"role", u"muted")

        self.content_layout.addWidget(self.note)

        self.finding = QLabel(self.content)
        self.finding.setObjectName(u"finding")
        self.finding.setWordWrap(True)
        self.finding.setTextFormat(Qt.TextFormat.PlainText)
        self.finding.setProperty(u"role", u"strong")

        self.content_layout.addWidget(self.finding)

        self.trend_layout = QVBoxLayout()
        self.trend_layout.setObjectName(u"trend_layout")

        self.content_layout.addLayout(self.trend_layout)

        self.trend_caption = QLabel(self.content)
        self.trend_caption.setObjectName(u"trend_caption")
        self.trend_caption.setWordWrap(True)
        self.trend_caption.setTextFormat(Qt.TextFormat.PlainText)
        self.trend_caption.setProperty(u"role", u"caption")

        self.content_layout.addWidget(self.trend_caption)

        self.districts_heading = QLabel(self.content)
        self.districts_heading.setObjectName(u"districts_heading")
        self.districts_heading.setWordWrap(True)
        self.districts_heading.setTextFormat(Qt.TextFormat.PlainText)
        self.districts_heading.setProperty(u"role", u"strong")

        self.content_layout.addWidget(self.districts_heading)

        self.districts_layout = QVBoxLayout()
        self.districts_layout.setObjectName(u"districts_layout")

        self.content_layout.addLayout(self.districts_layout)

        self.related_heading = QLabel(self.content)
        self.related_heading.setObjectName(u"related_heading")
        self.related_heading.setWordWrap(True)
        self.related_heading.setTextFormat(Qt.TextFormat.PlainText)
        self.related_heading.setProperty(u"role", u"strong")

        self.content_layout.addWidget(self.related_heading)

        self.related = QLabel(self.content)
        self.related.setObjectName(u"related")
        self.related.setWordWrap(True)
        self.related.setTextFormat(Qt.TextFormat.RichText)
        self.related.setProperty(u"role", u"muted")
        self.related.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByKeyboard|Qt.TextInteractionFlag.LinksAccessibleByMouse)

        self.content_layout.addWidget(self.related)

        self.history_heading = QLabel(self.content)
        self.history_heading.setObjectName(u"history_heading")
        self.history_heading.setWordWrap(True)
        self.history_heading.setTextFormat(Qt.TextFormat.PlainText)
        self.history_heading.setProperty(u"role", u"strong")

        self.content_layout.addWidget(self.history_heading)

        self.history = QTableView(self.content)
        self.history.setObjectName(u"history")
        self.history.setMinimumSize(QSize(0, 150))
        self.history.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.history.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.history.setTabKeyNavigation(False)
        self.history.setShowGrid(False)
        self.history.setWordWrap(False)

        self.content_layout.addWidget(self.history)

        self.below = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.content_layout.addItem(self.below)

        self.scroll.setWidget(self.content)

        self.layout.addWidget(self.scroll)


        self.retranslateUi(MatrixContext)

        QMetaObject.connectSlotsByName(MatrixContext)
    # setupUi

    def retranslateUi(self, MatrixContext):
        self.name.setText("")
        self.standing.setText("")
        self.go.setText(QCoreApplication.translate("MatrixContext", u"G&o to indicator", None))
#if QT_CONFIG(accessibility)
        self.go.setAccessibleName(QCoreApplication.translate("MatrixContext", u"Go to the indicator's own page", None))
#endif // QT_CONFIG(accessibility)
        self.note.setText("")
        self.finding.setText("")
        self.trend_caption.setText("")
        self.districts_heading.setText("")
        self.related_heading.setText(QCoreApplication.translate("MatrixContext", u"Related indicators", None))
        self.related.setText("")
        self.history_heading.setText(QCoreApplication.translate("MatrixContext", u"Last changes", None))
#if QT_CONFIG(accessibility)
        self.history.setAccessibleName(QCoreApplication.translate("MatrixContext", u"Last changes of the incident type", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

