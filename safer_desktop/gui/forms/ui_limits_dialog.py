# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'limits_dialog.ui'
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
    QLineEdit, QPlainTextEdit, QPushButton, QSizePolicy,
    QSpacerItem, QTableView, QVBoxLayout, QWidget)

class Ui_LimitsDialog(object):
    def setupUi(self, LimitsDialog):
        if not LimitsDialog.objectName():
            LimitsDialog.setObjectName(u"LimitsDialog")
        LimitsDialog.resize(860, 640)
        LimitsDialog.setSizeGripEnabled(True)
        self.layout = QVBoxLayout(LimitsDialog)
        self.layout.setSpacing(8)
        self.layout.setObjectName(u"layout")
        self.layout.setContentsMargins(16, 16, 16, 16)
        self.heading = QLabel(LimitsDialog)
        self.heading.setObjectName(u"heading")
        self.heading.setWordWrap(True)

        self.layout.addWidget(self.heading)

        self.explanation = QPlainTextEdit(LimitsDialog)
        self.explanation.setObjectName(u"explanation")
        self.explanation.setReadOnly(True)
        self.explanation.setTabChangesFocus(True)

        self.layout.addWidget(self.explanation)

        self.grid = QGridLayout()
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(8)
        self.grid.setVerticalSpacing(8)
        self.preset_label = QLabel(LimitsDialog)
        self.preset_label.setObjectName(u"preset_label")

        self.grid.addWidget(self.preset_label, 0, 0, 1, 1)

        self.preset = QComboBox(LimitsDialog)
        self.preset.setObjectName(u"preset")

        self.grid.addWidget(self.preset, 0, 1, 1, 1)

        self.preset_words = QLabel(LimitsDialog)
        self.preset_words.setObjectName(u"preset_words")
        self.preset_words.setWordWrap(True)

        self.grid.addWidget(self.preset_words, 0, 2, 1, 2)

        self.kind_label = QLabel(LimitsDialog)
        self.kind_label.setObjectName(u"kind_label")

        self.grid.addWidget(self.kind_label, 1, 0, 1, 1)

        self.kind = QComboBox(LimitsDialog)
        self.kind.setObjectName(u"kind")

        self.grid.addWidget(self.kind, 1, 1, 1, 1)

        self.kind_why_label = QLabel(LimitsDialog)
        self.kind_why_label.setObjectName(u"kind_why_label")

        self.grid.addWidget(self.kind_why_label, 1, 2, 1, 1)

        self.kind_why = QLineEdit(LimitsDialog)
        self.kind_why.setObjectName(u"kind_why")

        self.grid.addWidget(self.kind_why, 1, 3, 1, 1)

        self.first_label = QLabel(LimitsDialog)
        self.first_label.setObjectName(u"first_label")

        self.grid.addWidget(self.first_label, 2, 0, 1, 1)

        self.first = QComboBox(LimitsDialog)
        self.first.setObjectName(u"first")

        self.grid.addWidget(self.first, 2, 1, 1, 1)

        self.lock_why_label = QLabel(LimitsDialog)
        self.lock_why_label.setObjectName(u"lock_why_label")

        self.grid.addWidget(self.lock_why_label, 2, 2, 1, 1)

        self.lock_why = QLineEdit(LimitsDialog)
        self.lock_why.setObjectName(u"lock_why")

        self.grid.addWidget(self.lock_why, 2, 3, 1, 1)

        self.last_label = QLabel(LimitsDialog)
        self.last_label.setObjectName(u"last_label")

        self.grid.addWidget(self.last_label, 3, 0, 1, 1)

        self.last = QComboBox(LimitsDialog)
        self.last.setObjectName(u"last")

        self.grid.addWidget(self.last, 3, 1, 1, 1)

        self.grid.setColumnStretch(1, 1)
        self.grid.setColumnStretch(3, 2)

        self.layout.addLayout(self.grid)

        self.steps_label = QLabel(LimitsDialog)
        self.steps_label.setObjectName(u"steps_label")

        self.layout.addWidget(self.steps_label)

        self.steps = QTableView(LimitsDialog)
        self.steps.setObjectName(u"steps")
        self.steps.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.steps.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.steps.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.steps.setTabKeyNavigation(False)
        self.steps.setMaximumSize(QSize(16777215, 110))

        self.layout.addWidget(self.steps)

        self.step_row = QHBoxLayout()
        self.step_row.setSpacing(8)
        self.step_row.setObjectName(u"step_row")
        self.step_label = QLabel(LimitsDialog)
        self.step_label.setObjectName(u"step_label")

        self.step_row.addWidget(self.step_label)

        self.step = QComboBox(LimitsDialog)
        self.step.setObjectName(u"step")

        self.step_row.addWidget(self.step)

        self.step_why_label = QLabel(LimitsDialog)
        self.step_why_label.setObjectName(u"step_why_label")

        self.step_row.addWidget(self.step_why_label)

        self.step_why = QLineEdit(LimitsDialog)
        self.step_why.setObjectName(u"step_why")

        self.step_row.addWidget(self.step_why)

        self.add_step = QPushButton(LimitsDialog)
        self.add_step.setObjectName(u"add_step")
        self.add_step.setAutoDefault(False)

        self.step_row.addWidget(self.add_step)

        self.remove_step = QPushButton(LimitsDialog)
        self.remove_step.setObjectName(u"remove_step")
        self.remove_step.setAutoDefault(False)

        self.step_row.addWidget(self.remove_step)


        self.layout.addLayout(self.step_row)

        self.state = QLabel(LimitsDialog)
        self.state.setObjectName(u"state")
        self.state.setWordWrap(True)

        self.layout.addWidget(self.state)

        self.bottom = QHBoxLayout()
        self.bottom.setSpacing(8)
        self.bottom.setObjectName(u"bottom")
        self.who_label = QLabel(LimitsDialog)
        self.who_label.setObjectName(u"who_label")

        self.bottom.addWidget(self.who_label)

        self.who = QLineEdit(LimitsDialog)
        self.who.setObjectName(u"who")

        self.bottom.addWidget(self.who)

        self.space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.bottom.addItem(self.space)

        self.cancel = QPushButton(LimitsDialog)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.bottom.addWidget(self.cancel)

        self.keep = QPushButton(LimitsDialog)
        self.keep.setObjectName(u"keep")

        self.bottom.addWidget(self.keep)


        self.layout.addLayout(self.bottom)

#if QT_CONFIG(shortcut)
        self.preset_label.setBuddy(self.preset)
        self.kind_label.setBuddy(self.kind)
        self.kind_why_label.setBuddy(self.kind_why)
        self.first_label.setBuddy(self.first)
        self.lock_why_label.setBuddy(self.lock_why)
        self.last_label.setBuddy(self.last)
        self.steps_label.setBuddy(self.steps)
        self.step_label.setBuddy(self.step)
        self.step_why_label.setBuddy(self.step_why)
        self.who_label.setBuddy(self.who)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.explanation, self.preset)
        QWidget.setTabOrder(self.preset, self.kind)
        QWidget.setTabOrder(self.kind, self.kind_why)
        QWidget.setTabOrder(self.kind_why, self.first)
        QWidget.setTabOrder(self.first, self.last)
        QWidget.setTabOrder(self.last, self.lock_why)
        QWidget.setTabOrder(self.lock_why, self.steps)
        QWidget.setTabOrder(self.steps, self.step)
        QWidget.setTabOrder(self.step, self.step_why)
        QWidget.setTabOrder(self.step_why, self.add_step)
        QWidget.setTabOrder(self.add_step, self.remove_step)
        QWidget.setTabOrder(self.remove_step, self.who)
        QWidget.setTabOrder(self.who, self.cancel)
        QWidget.setTabOrder(self.cancel, self.keep)

        self.retranslateUi(LimitsDialog)
        self.cancel.clicked.connect(LimitsDialog.reject)

        self.keep.setDefault(True)


        QMetaObject.connectSlotsByName(LimitsDialog)
    # setupUi

    def retranslateUi(self, LimitsDialog):
        LimitsDialog.setWindowTitle(QCoreApplication.translate("LimitsDialog", u"Predicted limits", None))
#if QT_CONFIG(accessibility)
        self.explanation.setAccessibleName(QCoreApplication.translate("LimitsDialog", u"How the limits were worked out", None))
#endif // QT_CONFIG(accessibility)
        self.preset_label.setText(QCoreApplication.translate("LimitsDialog", u"&Rules:", None))
#if QT_CONFIG(accessibility)
        self.preset.setAccessibleName(QCoreApplication.translate("LimitsDialog", u"Rules by which a point is a signal", None))
#endif // QT_CONFIG(accessibility)
        self.kind_label.setText(QCoreApplication.translate("LimitsDialog", u"&Chart:", None))
#if QT_CONFIG(accessibility)
        self.kind.setAccessibleName(QCoreApplication.translate("LimitsDialog", u"Chart", None))
#endif // QT_CONFIG(accessibility)
        self.kind_why_label.setText(QCoreApplication.translate("LimitsDialog", u"&Why:", None))
#if QT_CONFIG(accessibility)
        self.kind_why.setAccessibleName(QCoreApplication.translate("LimitsDialog", u"Why another chart than the one advised", None))
#endif // QT_CONFIG(accessibility)
        self.first_label.setText(QCoreApplication.translate("LimitsDialog", u"&Baseline from:", None))
#if QT_CONFIG(accessibility)
        self.first.setAccessibleName(QCoreApplication.translate("LimitsDialog", u"First period of the baseline", None))
#endif // QT_CONFIG(accessibility)
        self.lock_why_label.setText(QCoreApplication.translate("LimitsDialog", u"W&hy:", None))
#if QT_CONFIG(accessibility)
        self.lock_why.setAccessibleName(QCoreApplication.translate("LimitsDialog", u"Why this baseline", None))
#endif // QT_CONFIG(accessibility)
        self.last_label.setText(QCoreApplication.translate("LimitsDialog", u"&to:", None))
#if QT_CONFIG(accessibility)
        self.last.setAccessibleName(QCoreApplication.translate("LimitsDialog", u"Last period of the baseline", None))
#endif // QT_CONFIG(accessibility)
        self.steps_label.setText(QCoreApplication.translate("LimitsDialog", u"&Step changes: from there on the limits are worked out anew", None))
#if QT_CONFIG(accessibility)
        self.steps.setAccessibleName(QCoreApplication.translate("LimitsDialog", u"Step changes", None))
#endif // QT_CONFIG(accessibility)
        self.step_label.setText(QCoreApplication.translate("LimitsDialog", u"Limits anew &from:", None))
#if QT_CONFIG(accessibility)
        self.step.setAccessibleName(QCoreApplication.translate("LimitsDialog", u"Period of a step change", None))
#endif // QT_CONFIG(accessibility)
        self.step_why_label.setText(QCoreApplication.translate("LimitsDialog", u"beca&use:", None))
#if QT_CONFIG(accessibility)
        self.step_why.setAccessibleName(QCoreApplication.translate("LimitsDialog", u"Reason of the step change", None))
#endif // QT_CONFIG(accessibility)
        self.add_step.setText(QCoreApplication.translate("LimitsDialog", u"&Add", None))
        self.remove_step.setText(QCoreApplication.translate("LimitsDialog", u"Re&move", None))
        self.who_label.setText(QCoreApplication.translate("LimitsDialog", u"Decided b&y:", None))
#if QT_CONFIG(accessibility)
        self.who.setAccessibleName(QCoreApplication.translate("LimitsDialog", u"Name of the person who decides", None))
#endif // QT_CONFIG(accessibility)
        self.cancel.setText(QCoreApplication.translate("LimitsDialog", u"Cancel", None))
        self.keep.setText(QCoreApplication.translate("LimitsDialog", u"&Keep", None))
    # retranslateUi

