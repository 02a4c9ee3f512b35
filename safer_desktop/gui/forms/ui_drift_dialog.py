# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'drift_dialog.ui'
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
from PySide6.QtWidgets import (QAbstractItemView, QApplication, QCheckBox, QDialog,
    QHBoxLayout, QHeaderView, QLabel, QPushButton,
    QSizePolicy, QSplitter, QTableView, QVBoxLayout,
    QWidget)

class Ui_DriftDialog(object):
    def setupUi(self, DriftDialog):
        if not DriftDialog.objectName():
            DriftDialog.setObjectName(u"DriftDialog")
        DriftDialog.resize(1180, 690)
        DriftDialog.setSizeGripEnabled(True)
        self.layout = QVBoxLayout(DriftDialog)
        self.layout.setSpacing(8)
        self.layout.setObjectName(u"layout")
        self.layout.setContentsMargins(16, 16, 16, 16)
        self.heading = QLabel(DriftDialog)
        self.heading.setObjectName(u"heading")
        self.heading.setWordWrap(True)

        self.layout.addWidget(self.heading)

        self.explanation = QLabel(DriftDialog)
        self.explanation.setObjectName(u"explanation")
        self.explanation.setWordWrap(True)

        self.layout.addWidget(self.explanation)

        self.splitter = QSplitter(DriftDialog)
        self.splitter.setObjectName(u"splitter")
        self.splitter.setOrientation(Qt.Orientation.Vertical)
        self.splitter.setChildrenCollapsible(False)
        self.list_part = QWidget(self.splitter)
        self.list_part.setObjectName(u"list_part")
        self.list_layout = QVBoxLayout(self.list_part)
        self.list_layout.setSpacing(4)
        self.list_layout.setObjectName(u"list_layout")
        self.list_layout.setContentsMargins(0, 0, 0, 0)
        self.differences_label = QLabel(self.list_part)
        self.differences_label.setObjectName(u"differences_label")

        self.list_layout.addWidget(self.differences_label)

        self.differences = QTableView(self.list_part)
        self.differences.setObjectName(u"differences")
        self.differences.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.differences.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.differences.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.differences.setTabKeyNavigation(False)

        self.list_layout.addWidget(self.differences)

        self.detail = QLabel(self.list_part)
        self.detail.setObjectName(u"detail")
        self.detail.setWordWrap(True)
        self.detail.setMinimumSize(QSize(0, 36))
        self.detail.setAlignment(Qt.AlignmentFlag.AlignLeading|Qt.AlignmentFlag.AlignLeft|Qt.AlignmentFlag.AlignTop)
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

        self.list_layout.addWidget(self.detail)

        self.splitter.addWidget(self.list_part)
        self.pieces = QWidget(self.splitter)
        self.pieces.setObjectName(u"pieces")
        self.pieces_layout = QHBoxLayout(self.pieces)
        self.pieces_layout.setSpacing(12)
        self.pieces_layout.setObjectName(u"pieces_layout")
        self.pieces_layout.setContentsMargins(0, 8, 0, 0)
        self.before_layout = QVBoxLayout()
        self.before_layout.setSpacing(4)
        self.before_layout.setObjectName(u"before_layout")
        self.before_label = QLabel(self.pieces)
        self.before_label.setObjectName(u"before_label")

        self.before_layout.addWidget(self.before_label)

        self.before = QTableView(self.pieces)
        self.before.setObjectName(u"before")
        self.before.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.before.setTabKeyNavigation(False)

        self.before_layout.addWidget(self.before)


        self.pieces_layout.addLayout(self.before_layout)

        self.now_layout = QVBoxLayout()
        self.now_layout.setSpacing(4)
        self.now_layout.setObjectName(u"now_layout")
        self.now_label = QLabel(self.pieces)
        self.now_label.setObjectName(u"now_label")

        self.now_layout.addWidget(self.now_label)

        self.now = QTableView(self.pieces)
        self.now.setObjectName(u"now")
        self.now.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.now.setTabKeyNavigation(False)

        self.now_layout.addWidget(self.now)


        self.pieces_layout.addLayout(self.now_layout)

        self.splitter.addWidget(self.pieces)

        self.layout.addWidget(self.splitter)

        self.bottom = QHBoxLayout()
        self.bottom.setSpacing(8)
        self.bottom.setObjectName(u"bottom")
        self.agree_all = QCheckBox(DriftDialog)
        self.agree_all.setObjectName(u"agree_all")

        self.bottom.addWidget(self.agree_all)

        self.state = QLabel(DriftDialog)
        self.state.setObjectName(u"state")
        self.state.setWordWrap(True)

        self.bottom.addWidget(self.state)

        self.leave_out = QPushButton(DriftDialog)
        self.leave_out.setObjectName(u"leave_out")
        self.leave_out.setAutoDefault(False)

        self.bottom.addWidget(self.leave_out)

        self.look = QPushButton(DriftDialog)
        self.look.setObjectName(u"look")
        self.look.setAutoDefault(False)

        self.bottom.addWidget(self.look)

        self.follow = QPushButton(DriftDialog)
        self.follow.setObjectName(u"follow")

        self.bottom.addWidget(self.follow)


        self.layout.addLayout(self.bottom)

#if QT_CONFIG(shortcut)
        self.differences_label.setBuddy(self.differences)
        self.before_label.setBuddy(self.before)
        self.now_label.setBuddy(self.now)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.differences, self.before)
        QWidget.setTabOrder(self.before, self.now)
        QWidget.setTabOrder(self.now, self.agree_all)
        QWidget.setTabOrder(self.agree_all, self.leave_out)
        QWidget.setTabOrder(self.leave_out, self.look)
        QWidget.setTabOrder(self.look, self.follow)

        self.retranslateUi(DriftDialog)
        self.leave_out.clicked.connect(DriftDialog.reject)
        self.follow.clicked.connect(DriftDialog.accept)

        self.follow.setDefault(True)


        QMetaObject.connectSlotsByName(DriftDialog)
    # setupUi

    def retranslateUi(self, DriftDialog):
        DriftDialog.setWindowTitle(QCoreApplication.translate("DriftDialog", u"Not laid out as last time", None))
        self.differences_label.setText(QCoreApplication.translate("DriftDialog", u"&Differences", None))
#if QT_CONFIG(accessibility)
        self.differences.setAccessibleName(QCoreApplication.translate("DriftDialog", u"Differences between the last file and this one", None))
#endif // QT_CONFIG(accessibility)
        self.before_label.setText(QCoreApplication.translate("DriftDialog", u"&Last time", None))
#if QT_CONFIG(accessibility)
        self.before.setAccessibleName(QCoreApplication.translate("DriftDialog", u"The sheet as it was last time", None))
#endif // QT_CONFIG(accessibility)
        self.now_label.setText(QCoreApplication.translate("DriftDialog", u"&This file", None))
#if QT_CONFIG(accessibility)
        self.now.setAccessibleName(QCoreApplication.translate("DriftDialog", u"The sheet in this file", None))
#endif // QT_CONFIG(accessibility)
        self.agree_all.setText(QCoreApplication.translate("DriftDialog", u"I &agree to all", None))
        self.leave_out.setText(QCoreApplication.translate("DriftDialog", u"Leave the file &out", None))
        self.look.setText(QCoreApplication.translate("DriftDialog", u"Look at the &sheet...", None))
        self.follow.setText(QCoreApplication.translate("DriftDialog", u"&Follow the changes", None))
    # retranslateUi

