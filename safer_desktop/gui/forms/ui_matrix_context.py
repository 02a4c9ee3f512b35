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
from PySide6.QtWidgets import (QAbstractItemView, QApplication, QHeaderView, QLabel,
    QSizePolicy, QTableView, QVBoxLayout, QWidget)

class Ui_MatrixContext(object):
    def setupUi(self, MatrixContext):
        if not MatrixContext.objectName():
            MatrixContext.setObjectName(u"MatrixContext")
        MatrixContext.resize(426, 560)
        self.layout = QVBoxLayout(MatrixContext)
        self.layout.setSpacing(8)
        self.layout.setObjectName(u"layout")
        self.layout.setContentsMargins(0, 8, 0, 0)
        self.history_heading = QLabel(MatrixContext)
        self.history_heading.setObjectName(u"history_heading")
        self.history_heading.setTextFormat(Qt.TextFormat.PlainText)
        self.history_heading.setProperty(u"role", u"strong")

        self.layout.addWidget(self.history_heading)

        self.history = QTableView(MatrixContext)
        self.history.setObjectName(u"history")
        self.history.setMinimumSize(QSize(0, 84))
        self.history.setMaximumSize(QSize(16777215, 96))
        self.history.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.history.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.history.setTabKeyNavigation(False)
        self.history.setShowGrid(False)
        self.history.setWordWrap(False)

        self.layout.addWidget(self.history)


        self.retranslateUi(MatrixContext)

        QMetaObject.connectSlotsByName(MatrixContext)
    # setupUi

    def retranslateUi(self, MatrixContext):
#if QT_CONFIG(accessibility)
        self.history.setAccessibleName(QCoreApplication.translate("MatrixContext", u"History of the selected cell", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

