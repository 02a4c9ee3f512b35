# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'check_dialog.ui'
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
from PySide6.QtWidgets import (QAbstractItemView, QApplication, QDialog, QHBoxLayout,
    QHeaderView, QLabel, QPushButton, QSizePolicy,
    QSpacerItem, QTableView, QTableWidget, QTableWidgetItem,
    QVBoxLayout, QWidget)

class Ui_CheckDialog(object):
    def setupUi(self, CheckDialog):
        if not CheckDialog.objectName():
            CheckDialog.setObjectName(u"CheckDialog")
        CheckDialog.resize(900, 560)
        CheckDialog.setSizeGripEnabled(True)
        self.layout = QVBoxLayout(CheckDialog)
        self.layout.setSpacing(8)
        self.layout.setObjectName(u"layout")
        self.layout.setContentsMargins(16, 16, 16, 16)
        self.heading = QLabel(CheckDialog)
        self.heading.setObjectName(u"heading")
        self.heading.setWordWrap(True)

        self.layout.addWidget(self.heading)

        self.explanation = QLabel(CheckDialog)
        self.explanation.setObjectName(u"explanation")
        self.explanation.setWordWrap(True)

        self.layout.addWidget(self.explanation)

        self.figures_label = QLabel(CheckDialog)
        self.figures_label.setObjectName(u"figures_label")

        self.layout.addWidget(self.figures_label)

        self.figures = QTableWidget(CheckDialog)
        self.figures.setObjectName(u"figures")
        self.figures.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.figures.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.figures.setTabKeyNavigation(False)

        self.layout.addWidget(self.figures)

        self.problems_label = QLabel(CheckDialog)
        self.problems_label.setObjectName(u"problems_label")

        self.layout.addWidget(self.problems_label)

        self.problems = QTableView(CheckDialog)
        self.problems.setObjectName(u"problems")
        self.problems.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.problems.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.problems.setTabKeyNavigation(False)

        self.layout.addWidget(self.problems)

        self.bottom = QHBoxLayout()
        self.bottom.setSpacing(8)
        self.bottom.setObjectName(u"bottom")
        self.look = QPushButton(CheckDialog)
        self.look.setObjectName(u"look")
        self.look.setAutoDefault(False)

        self.bottom.addWidget(self.look)

        self.space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.bottom.addItem(self.space)

        self.cancel = QPushButton(CheckDialog)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.bottom.addWidget(self.cancel)

        self.take_in = QPushButton(CheckDialog)
        self.take_in.setObjectName(u"take_in")

        self.bottom.addWidget(self.take_in)


        self.layout.addLayout(self.bottom)

#if QT_CONFIG(shortcut)
        self.figures_label.setBuddy(self.figures)
        self.problems_label.setBuddy(self.problems)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.figures, self.problems)
        QWidget.setTabOrder(self.problems, self.look)
        QWidget.setTabOrder(self.look, self.cancel)
        QWidget.setTabOrder(self.cancel, self.take_in)

        self.retranslateUi(CheckDialog)
        self.cancel.clicked.connect(CheckDialog.reject)
        self.take_in.clicked.connect(CheckDialog.accept)

        self.take_in.setDefault(True)


        QMetaObject.connectSlotsByName(CheckDialog)
    # setupUi

    def retranslateUi(self, CheckDialog):
        CheckDialog.setWindowTitle(QCoreApplication.translate("CheckDialog", u"Check before taking in", None))
        self.figures_label.setText(QCoreApplication.translate("CheckDialog", u"&Figures", None))
#if QT_CONFIG(accessibility)
        self.figures.setAccessibleName(QCoreApplication.translate("CheckDialog", u"Figures in the file, by indicator", None))
#endif // QT_CONFIG(accessibility)
        self.problems_label.setText(QCoreApplication.translate("CheckDialog", u"&Checks", None))
#if QT_CONFIG(accessibility)
        self.problems.setAccessibleName(QCoreApplication.translate("CheckDialog", u"What the checks found", None))
#endif // QT_CONFIG(accessibility)
        self.look.setText(QCoreApplication.translate("CheckDialog", u"Look at the &sheet...", None))
        self.cancel.setText(QCoreApplication.translate("CheckDialog", u"Cancel", None))
        self.take_in.setText(QCoreApplication.translate("CheckDialog", u"&Take in", None))
    # retranslateUi

