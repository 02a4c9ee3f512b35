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
from PySide6.QtWidgets import (QAbstractItemView, QApplication, QComboBox, QDialog,
    QGridLayout, QHBoxLayout, QHeaderView, QLabel,
    QLineEdit, QPushButton, QSizePolicy, QSpacerItem,
    QSplitter, QTabWidget, QTableView, QTableWidget,
    QTableWidgetItem, QVBoxLayout, QWidget)

from safer_desktop.gui.widgets.picture_view import PictureView

class Ui_CheckDialog(object):
    def setupUi(self, CheckDialog):
        if not CheckDialog.objectName():
            CheckDialog.setObjectName(u"CheckDialog")
        CheckDialog.resize(1220, 660)
        CheckDialog.setSizeGripEnabled(True)
        self.layout = QVBoxLayout(CheckDialog)
        self.layout.setSpacing(8)
        self.layout.setObjectName(u"layout")
        self.layout.setContentsMargins(16, 16, 16, 16)
        self.heading = QLabel(CheckDialog)
        self.heading.setObjectName(u"heading")
        self.heading.setWordWrap(True)
        self.heading.setTextFormat(Qt.TextFormat.PlainText)

        self.layout.addWidget(self.heading)

        self.explanation = QLabel(CheckDialog)
        self.explanation.setObjectName(u"explanation")
        self.explanation.setWordWrap(True)
        self.explanation.setTextFormat(Qt.TextFormat.PlainText)

        self.layout.addWidget(self.explanation)

        self.pages = QTabWidget(CheckDialog)
        self.pages.setObjectName(u"pages")
        self.pages.setDocumentMode(True)
        self.checks_page = QWidget()
        self.checks_page.setObjectName(u"checks_page")
        self.checks_layout = QVBoxLayout(self.checks_page)
        self.checks_layout.setObjectName(u"checks_layout")
        self.checks_layout.setContentsMargins(0, 8, 0, 0)
        self.splitter = QSplitter(self.checks_page)
        self.splitter.setObjectName(u"splitter")
        self.splitter.setOrientation(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.problems = QTableView(self.splitter)
        self.problems.setObjectName(u"problems")
        self.problems.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.problems.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.problems.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.problems.setTabKeyNavigation(False)
        self.problems.setWordWrap(True)
        self.splitter.addWidget(self.problems)
        self.decide = QWidget(self.splitter)
        self.decide.setObjectName(u"decide")
        self.decide_layout = QVBoxLayout(self.decide)
        self.decide_layout.setSpacing(8)
        self.decide_layout.setObjectName(u"decide_layout")
        self.decide_layout.setContentsMargins(8, 0, 0, 0)
        self.finding = QLabel(self.decide)
        self.finding.setObjectName(u"finding")
        self.finding.setProperty(u"role", u"strong")
        self.finding.setWordWrap(True)
        self.finding.setTextFormat(Qt.TextFormat.PlainText)

        self.decide_layout.addWidget(self.finding)

        self.remedy = QLabel(self.decide)
        self.remedy.setObjectName(u"remedy")
        self.remedy.setProperty(u"role", u"sub")
        self.remedy.setWordWrap(True)
        self.remedy.setTextFormat(Qt.TextFormat.PlainText)

        self.decide_layout.addWidget(self.remedy)

        self.picture = PictureView(self.decide)
        self.picture.setObjectName(u"picture")
        self.picture.setMinimumSize(QSize(300, 150))

        self.decide_layout.addWidget(self.picture)

        self.no_picture = QLabel(self.decide)
        self.no_picture.setObjectName(u"no_picture")
        self.no_picture.setProperty(u"role", u"muted")
        self.no_picture.setWordWrap(True)

        self.decide_layout.addWidget(self.no_picture)

        self.entries = QGridLayout()
        self.entries.setObjectName(u"entries")
        self.entries.setHorizontalSpacing(8)
        self.entries.setVerticalSpacing(8)
        self.cell_label = QLabel(self.decide)
        self.cell_label.setObjectName(u"cell_label")

        self.entries.addWidget(self.cell_label, 0, 0, 1, 1)

        self.cell = QComboBox(self.decide)
        self.cell.setObjectName(u"cell")

        self.entries.addWidget(self.cell, 0, 1, 1, 1)

        self.new_label = QLabel(self.decide)
        self.new_label.setObjectName(u"new_label")

        self.entries.addWidget(self.new_label, 1, 0, 1, 1)

        self.new_value = QLineEdit(self.decide)
        self.new_value.setObjectName(u"new_value")

        self.entries.addWidget(self.new_value, 1, 1, 1, 1)

        self.reason_label = QLabel(self.decide)
        self.reason_label.setObjectName(u"reason_label")

        self.entries.addWidget(self.reason_label, 2, 0, 1, 1)

        self.reason = QLineEdit(self.decide)
        self.reason.setObjectName(u"reason")

        self.entries.addWidget(self.reason, 2, 1, 1, 1)


        self.decide_layout.addLayout(self.entries)

        self.said = QLabel(self.decide)
        self.said.setObjectName(u"said")
        self.said.setProperty(u"chip", u"bad")
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)

        self.decide_layout.addWidget(self.said)

        self.choices = QHBoxLayout()
        self.choices.setSpacing(8)
        self.choices.setObjectName(u"choices")
        self.accept_it = QPushButton(self.decide)
        self.accept_it.setObjectName(u"accept_it")
        self.accept_it.setAutoDefault(False)

        self.choices.addWidget(self.accept_it)

        self.mend = QPushButton(self.decide)
        self.mend.setObjectName(u"mend")
        self.mend.setAutoDefault(False)

        self.choices.addWidget(self.mend)

        self.leave_out = QPushButton(self.decide)
        self.leave_out.setObjectName(u"leave_out")
        self.leave_out.setAutoDefault(False)

        self.choices.addWidget(self.leave_out)

        self.take_back = QPushButton(self.decide)
        self.take_back.setObjectName(u"take_back")
        self.take_back.setAutoDefault(False)

        self.choices.addWidget(self.take_back)

        self.choices_space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.choices.addItem(self.choices_space)


        self.decide_layout.addLayout(self.choices)

        self.splitter.addWidget(self.decide)

        self.checks_layout.addWidget(self.splitter)

        self.pages.addTab(self.checks_page, "")
        self.figures_page = QWidget()
        self.figures_page.setObjectName(u"figures_page")
        self.figures_layout = QVBoxLayout(self.figures_page)
        self.figures_layout.setObjectName(u"figures_layout")
        self.figures_layout.setContentsMargins(0, 8, 0, 0)
        self.figures = QTableWidget(self.figures_page)
        self.figures.setObjectName(u"figures")
        self.figures.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.figures.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.figures.setTabKeyNavigation(False)

        self.figures_layout.addWidget(self.figures)

        self.pages.addTab(self.figures_page, "")

        self.layout.addWidget(self.pages)

        self.bottom = QHBoxLayout()
        self.bottom.setSpacing(8)
        self.bottom.setObjectName(u"bottom")
        self.look = QPushButton(CheckDialog)
        self.look.setObjectName(u"look")
        self.look.setAutoDefault(False)

        self.bottom.addWidget(self.look)

        self.undo = QPushButton(CheckDialog)
        self.undo.setObjectName(u"undo")
        self.undo.setAutoDefault(False)

        self.bottom.addWidget(self.undo)

        self.redo = QPushButton(CheckDialog)
        self.redo.setObjectName(u"redo")
        self.redo.setAutoDefault(False)

        self.bottom.addWidget(self.redo)

        self.standing = QLabel(CheckDialog)
        self.standing.setObjectName(u"standing")
        self.standing.setWordWrap(True)
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        sizePolicy.setHorizontalStretch(1)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.standing.sizePolicy().hasHeightForWidth())
        self.standing.setSizePolicy(sizePolicy)

        self.bottom.addWidget(self.standing)

        self.cancel = QPushButton(CheckDialog)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.bottom.addWidget(self.cancel)

        self.take_in = QPushButton(CheckDialog)
        self.take_in.setObjectName(u"take_in")

        self.bottom.addWidget(self.take_in)


        self.layout.addLayout(self.bottom)

#if QT_CONFIG(shortcut)
        self.cell_label.setBuddy(self.cell)
        self.new_label.setBuddy(self.new_value)
        self.reason_label.setBuddy(self.reason)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.pages, self.problems)
        QWidget.setTabOrder(self.problems, self.picture)
        QWidget.setTabOrder(self.picture, self.cell)
        QWidget.setTabOrder(self.cell, self.new_value)
        QWidget.setTabOrder(self.new_value, self.reason)
        QWidget.setTabOrder(self.reason, self.accept_it)
        QWidget.setTabOrder(self.accept_it, self.mend)
        QWidget.setTabOrder(self.mend, self.leave_out)
        QWidget.setTabOrder(self.leave_out, self.take_back)
        QWidget.setTabOrder(self.take_back, self.figures)
        QWidget.setTabOrder(self.figures, self.look)
        QWidget.setTabOrder(self.look, self.undo)
        QWidget.setTabOrder(self.undo, self.redo)
        QWidget.setTabOrder(self.redo, self.cancel)
        QWidget.setTabOrder(self.cancel, self.take_in)

        self.retranslateUi(CheckDialog)
        self.cancel.clicked.connect(CheckDialog.reject)
        self.take_in.clicked.connect(CheckDialog.accept)

        self.take_in.setDefault(True)


        QMetaObject.connectSlotsByName(CheckDialog)
    # setupUi

    def retranslateUi(self, CheckDialog):
        CheckDialog.setWindowTitle(QCoreApplication.translate("CheckDialog", u"Check before taking in", None))
#if QT_CONFIG(accessibility)
        self.pages.setAccessibleName(QCoreApplication.translate("CheckDialog", u"Findings and figures", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.problems.setAccessibleName(QCoreApplication.translate("CheckDialog", u"What the checks found", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.picture.setAccessibleName(QCoreApplication.translate("CheckDialog", u"The sheet around the cell", None))
#endif // QT_CONFIG(accessibility)
        self.cell_label.setText(QCoreApplication.translate("CheckDialog", u"C&ell:", None))
#if QT_CONFIG(accessibility)
        self.cell.setAccessibleName(QCoreApplication.translate("CheckDialog", u"Cell that is decided about", None))
#endif // QT_CONFIG(accessibility)
        self.new_label.setText(QCoreApplication.translate("CheckDialog", u"&New value:", None))
#if QT_CONFIG(accessibility)
        self.new_value.setAccessibleName(QCoreApplication.translate("CheckDialog", u"What the cell should hold", None))
#endif // QT_CONFIG(accessibility)
        self.new_value.setPlaceholderText(QCoreApplication.translate("CheckDialog", u"only to mend the cell", None))
        self.reason_label.setText(QCoreApplication.translate("CheckDialog", u"&Reason:", None))
#if QT_CONFIG(accessibility)
        self.reason.setAccessibleName(QCoreApplication.translate("CheckDialog", u"Reason for the decision", None))
#endif // QT_CONFIG(accessibility)
        self.reason.setPlaceholderText(QCoreApplication.translate("CheckDialog", u"kept with the figures", None))
        self.accept_it.setText(QCoreApplication.translate("CheckDialog", u"&Accept", None))
#if QT_CONFIG(tooltip)
        self.accept_it.setToolTip(QCoreApplication.translate("CheckDialog", u"The figures stand as they are", None))
#endif // QT_CONFIG(tooltip)
        self.mend.setText(QCoreApplication.translate("CheckDialog", u"&Mend", None))
#if QT_CONFIG(tooltip)
        self.mend.setToolTip(QCoreApplication.translate("CheckDialog", u"Read the new value in this cell; the file itself is not changed", None))
#endif // QT_CONFIG(tooltip)
        self.leave_out.setText(QCoreApplication.translate("CheckDialog", u"&Leave out", None))
#if QT_CONFIG(tooltip)
        self.leave_out.setToolTip(QCoreApplication.translate("CheckDialog", u"Read nothing in this cell, nor under it where it is a heading", None))
#endif // QT_CONFIG(tooltip)
        self.take_back.setText(QCoreApplication.translate("CheckDialog", u"Take &back", None))
#if QT_CONFIG(tooltip)
        self.take_back.setToolTip(QCoreApplication.translate("CheckDialog", u"The chosen decision no longer stands", None))
#endif // QT_CONFIG(tooltip)
        self.pages.setTabText(self.pages.indexOf(self.checks_page), QCoreApplication.translate("CheckDialog", u"Chec&ks", None))
#if QT_CONFIG(accessibility)
        self.figures.setAccessibleName(QCoreApplication.translate("CheckDialog", u"Figures in the file, by indicator", None))
#endif // QT_CONFIG(accessibility)
        self.pages.setTabText(self.pages.indexOf(self.figures_page), QCoreApplication.translate("CheckDialog", u"&Figures", None))
        self.look.setText(QCoreApplication.translate("CheckDialog", u"Look at the &sheet...", None))
        self.undo.setText(QCoreApplication.translate("CheckDialog", u"&Undo", None))
#if QT_CONFIG(tooltip)
        self.undo.setToolTip(QCoreApplication.translate("CheckDialog", u"Take the last decision back (Ctrl+Z)", None))
#endif // QT_CONFIG(tooltip)
        self.redo.setText(QCoreApplication.translate("CheckDialog", u"Re&do", None))
#if QT_CONFIG(tooltip)
        self.redo.setToolTip(QCoreApplication.translate("CheckDialog", u"Take the decision again (Ctrl+Y)", None))
#endif // QT_CONFIG(tooltip)
        self.cancel.setText(QCoreApplication.translate("CheckDialog", u"Cancel", None))
        self.take_in.setText(QCoreApplication.translate("CheckDialog", u"&Take in", None))
    # retranslateUi

