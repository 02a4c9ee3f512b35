# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'extract_dialog.ui'
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
from PySide6.QtWidgets import (QAbstractItemView, QApplication, QCheckBox, QComboBox,
    QDialog, QHBoxLayout, QHeaderView, QLabel,
    QPushButton, QSizePolicy, QSpacerItem, QSplitter,
    QTableView, QVBoxLayout, QWidget)

class Ui_ExtractDialog(object):
    def setupUi(self, ExtractDialog):
        if not ExtractDialog.objectName():
            ExtractDialog.setObjectName(u"ExtractDialog")
        ExtractDialog.resize(1280, 700)
        ExtractDialog.setSizeGripEnabled(True)
        self.layout = QVBoxLayout(ExtractDialog)
        self.layout.setSpacing(8)
        self.layout.setObjectName(u"layout")
        self.layout.setContentsMargins(16, 12, 16, 12)
        self.heading = QLabel(ExtractDialog)
        self.heading.setObjectName(u"heading")
        self.heading.setWordWrap(True)

        self.layout.addWidget(self.heading)

        self.explanation = QLabel(ExtractDialog)
        self.explanation.setObjectName(u"explanation")
        self.explanation.setWordWrap(True)

        self.layout.addWidget(self.explanation)

        self.partner_row = QHBoxLayout()
        self.partner_row.setSpacing(8)
        self.partner_row.setObjectName(u"partner_row")
        self.partner_label = QLabel(ExtractDialog)
        self.partner_label.setObjectName(u"partner_label")

        self.partner_row.addWidget(self.partner_label)

        self.partner = QComboBox(ExtractDialog)
        self.partner.setObjectName(u"partner")
        self.partner.setEditable(True)
        self.partner.setMinimumContentsLength(40)

        self.partner_row.addWidget(self.partner)

        self.partner_space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.partner_row.addItem(self.partner_space)


        self.layout.addLayout(self.partner_row)

        self.splitter = QSplitter(ExtractDialog)
        self.splitter.setObjectName(u"splitter")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(1)
        sizePolicy.setHeightForWidth(self.splitter.sizePolicy().hasHeightForWidth())
        self.splitter.setSizePolicy(sizePolicy)
        self.splitter.setOrientation(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.columns_side = QWidget(self.splitter)
        self.columns_side.setObjectName(u"columns_side")
        self.columns_side_layout = QVBoxLayout(self.columns_side)
        self.columns_side_layout.setSpacing(4)
        self.columns_side_layout.setObjectName(u"columns_side_layout")
        self.columns_side_layout.setContentsMargins(0, 0, 8, 0)
        self.columns_label = QLabel(self.columns_side)
        self.columns_label.setObjectName(u"columns_label")

        self.columns_side_layout.addWidget(self.columns_label)

        self.columns = QTableView(self.columns_side)
        self.columns.setObjectName(u"columns")
        self.columns.setTabKeyNavigation(False)
        self.columns.setWordWrap(False)
        self.columns.setAlternatingRowColors(True)
        self.columns.setEditTriggers(QAbstractItemView.EditTrigger.AnyKeyPressed|QAbstractItemView.EditTrigger.DoubleClicked|QAbstractItemView.EditTrigger.EditKeyPressed|QAbstractItemView.EditTrigger.SelectedClicked)
        self.columns.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)

        self.columns_side_layout.addWidget(self.columns)

        self.dates_row = QHBoxLayout()
        self.dates_row.setSpacing(8)
        self.dates_row.setObjectName(u"dates_row")
        self.dates_row.setContentsMargins(0, 0, 0, 0)
        self.dates_label = QLabel(self.columns_side)
        self.dates_label.setObjectName(u"dates_label")

        self.dates_row.addWidget(self.dates_label)

        self.dates = QComboBox(self.columns_side)
        self.dates.setObjectName(u"dates")
        sizePolicy1 = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        sizePolicy1.setHorizontalStretch(1)
        sizePolicy1.setVerticalStretch(0)
        sizePolicy1.setHeightForWidth(self.dates.sizePolicy().hasHeightForWidth())
        self.dates.setSizePolicy(sizePolicy1)
        self.dates.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

        self.dates_row.addWidget(self.dates)


        self.columns_side_layout.addLayout(self.dates_row)

        self.sheet_row = QHBoxLayout()
        self.sheet_row.setSpacing(8)
        self.sheet_row.setObjectName(u"sheet_row")
        self.sheet_row.setContentsMargins(0, 0, 0, 0)
        self.sheet_label = QLabel(self.columns_side)
        self.sheet_label.setObjectName(u"sheet_label")

        self.sheet_row.addWidget(self.sheet_label)

        self.sheet = QComboBox(self.columns_side)
        self.sheet.setObjectName(u"sheet")
        sizePolicy1.setHeightForWidth(self.sheet.sizePolicy().hasHeightForWidth())
        self.sheet.setSizePolicy(sizePolicy1)
        self.sheet.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

        self.sheet_row.addWidget(self.sheet)


        self.columns_side_layout.addLayout(self.sheet_row)

        self.count_once = QCheckBox(self.columns_side)
        self.count_once.setObjectName(u"count_once")

        self.columns_side_layout.addWidget(self.count_once)

        self.leave_out_thin = QCheckBox(self.columns_side)
        self.leave_out_thin.setObjectName(u"leave_out_thin")

        self.columns_side_layout.addWidget(self.leave_out_thin)

        self.troubles_label = QLabel(self.columns_side)
        self.troubles_label.setObjectName(u"troubles_label")

        self.columns_side_layout.addWidget(self.troubles_label)

        self.troubles = QTableView(self.columns_side)
        self.troubles.setObjectName(u"troubles")
        self.troubles.setTabKeyNavigation(False)
        self.troubles.setWordWrap(False)
        self.troubles.setAlternatingRowColors(True)
        self.troubles.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.troubles.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)

        self.columns_side_layout.addWidget(self.troubles)

        self.splitter.addWidget(self.columns_side)
        self.meaning_side = QWidget(self.splitter)
        self.meaning_side.setObjectName(u"meaning_side")
        self.meaning_side_layout = QVBoxLayout(self.meaning_side)
        self.meaning_side_layout.setSpacing(4)
        self.meaning_side_layout.setObjectName(u"meaning_side_layout")
        self.meaning_side_layout.setContentsMargins(8, 0, 0, 0)
        self.rest_types_row = QHBoxLayout()
        self.rest_types_row.setSpacing(8)
        self.rest_types_row.setObjectName(u"rest_types_row")
        self.types_label = QLabel(self.meaning_side)
        self.types_label.setObjectName(u"types_label")

        self.rest_types_row.addWidget(self.types_label)

        self.rest_types_space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.rest_types_row.addItem(self.rest_types_space)

        self.rest_types = QPushButton(self.meaning_side)
        self.rest_types.setObjectName(u"rest_types")
        self.rest_types.setAutoDefault(False)
        self.rest_types.setProperty(u"role", u"quiet")

        self.rest_types_row.addWidget(self.rest_types)


        self.meaning_side_layout.addLayout(self.rest_types_row)

        self.types = QTableView(self.meaning_side)
        self.types.setObjectName(u"types")
        self.types.setTabKeyNavigation(False)
        self.types.setWordWrap(False)
        self.types.setAlternatingRowColors(True)
        self.types.setEditTriggers(QAbstractItemView.EditTrigger.AnyKeyPressed|QAbstractItemView.EditTrigger.DoubleClicked|QAbstractItemView.EditTrigger.EditKeyPressed|QAbstractItemView.EditTrigger.SelectedClicked)
        self.types.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)

        self.meaning_side_layout.addWidget(self.types)

        self.total_row = QHBoxLayout()
        self.total_row.setSpacing(8)
        self.total_row.setObjectName(u"total_row")
        self.total_row.setContentsMargins(0, 0, 0, 0)
        self.total_label = QLabel(self.meaning_side)
        self.total_label.setObjectName(u"total_label")

        self.total_row.addWidget(self.total_label)

        self.total = QComboBox(self.meaning_side)
        self.total.setObjectName(u"total")
        sizePolicy1.setHeightForWidth(self.total.sizePolicy().hasHeightForWidth())
        self.total.setSizePolicy(sizePolicy1)
        self.total.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

        self.total_row.addWidget(self.total)


        self.meaning_side_layout.addLayout(self.total_row)

        self.rest_areas_row = QHBoxLayout()
        self.rest_areas_row.setSpacing(8)
        self.rest_areas_row.setObjectName(u"rest_areas_row")
        self.areas_label = QLabel(self.meaning_side)
        self.areas_label.setObjectName(u"areas_label")

        self.rest_areas_row.addWidget(self.areas_label)

        self.rest_areas_space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.rest_areas_row.addItem(self.rest_areas_space)

        self.rest_areas = QPushButton(self.meaning_side)
        self.rest_areas.setObjectName(u"rest_areas")
        self.rest_areas.setAutoDefault(False)
        self.rest_areas.setProperty(u"role", u"quiet")

        self.rest_areas_row.addWidget(self.rest_areas)


        self.meaning_side_layout.addLayout(self.rest_areas_row)

        self.areas = QTableView(self.meaning_side)
        self.areas.setObjectName(u"areas")
        self.areas.setTabKeyNavigation(False)
        self.areas.setWordWrap(False)
        self.areas.setAlternatingRowColors(True)
        self.areas.setEditTriggers(QAbstractItemView.EditTrigger.AnyKeyPressed|QAbstractItemView.EditTrigger.DoubleClicked|QAbstractItemView.EditTrigger.EditKeyPressed|QAbstractItemView.EditTrigger.SelectedClicked)
        self.areas.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)

        self.meaning_side_layout.addWidget(self.areas)

        self.whole_row = QHBoxLayout()
        self.whole_row.setSpacing(8)
        self.whole_row.setObjectName(u"whole_row")
        self.whole_row.setContentsMargins(0, 0, 0, 0)
        self.whole_label = QLabel(self.meaning_side)
        self.whole_label.setObjectName(u"whole_label")

        self.whole_row.addWidget(self.whole_label)

        self.whole = QComboBox(self.meaning_side)
        self.whole.setObjectName(u"whole")
        sizePolicy1.setHeightForWidth(self.whole.sizePolicy().hasHeightForWidth())
        self.whole.setSizePolicy(sizePolicy1)
        self.whole.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

        self.whole_row.addWidget(self.whole)


        self.meaning_side_layout.addLayout(self.whole_row)

        self.preview_label = QLabel(self.meaning_side)
        self.preview_label.setObjectName(u"preview_label")

        self.meaning_side_layout.addWidget(self.preview_label)

        self.preview = QTableView(self.meaning_side)
        self.preview.setObjectName(u"preview")
        self.preview.setTabKeyNavigation(False)
        self.preview.setWordWrap(False)
        self.preview.setAlternatingRowColors(True)
        self.preview.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.preview.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)

        self.meaning_side_layout.addWidget(self.preview)

        self.splitter.addWidget(self.meaning_side)

        self.layout.addWidget(self.splitter)

        self.state = QLabel(ExtractDialog)
        self.state.setObjectName(u"state")
        self.state.setWordWrap(True)

        self.layout.addWidget(self.state)

        self.bottom = QHBoxLayout()
        self.bottom.setSpacing(8)
        self.bottom.setObjectName(u"bottom")
        self.bottom.setContentsMargins(0, 0, 0, 0)
        self.table_instead = QPushButton(ExtractDialog)
        self.table_instead.setObjectName(u"table_instead")
        self.table_instead.setAutoDefault(False)

        self.bottom.addWidget(self.table_instead)

        self.space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.bottom.addItem(self.space)

        self.count_again = QPushButton(ExtractDialog)
        self.count_again.setObjectName(u"count_again")
        self.count_again.setAutoDefault(False)

        self.bottom.addWidget(self.count_again)

        self.cancel = QPushButton(ExtractDialog)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.bottom.addWidget(self.cancel)

        self.go_on = QPushButton(ExtractDialog)
        self.go_on.setObjectName(u"go_on")

        self.bottom.addWidget(self.go_on)


        self.layout.addLayout(self.bottom)

#if QT_CONFIG(shortcut)
        self.partner_label.setBuddy(self.partner)
        self.columns_label.setBuddy(self.columns)
        self.dates_label.setBuddy(self.dates)
        self.sheet_label.setBuddy(self.sheet)
        self.troubles_label.setBuddy(self.troubles)
        self.types_label.setBuddy(self.types)
        self.total_label.setBuddy(self.total)
        self.areas_label.setBuddy(self.areas)
        self.whole_label.setBuddy(self.whole)
        self.preview_label.setBuddy(self.preview)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.partner, self.columns)
        QWidget.setTabOrder(self.columns, self.dates)
        QWidget.setTabOrder(self.dates, self.sheet)
        QWidget.setTabOrder(self.sheet, self.count_once)
        QWidget.setTabOrder(self.count_once, self.leave_out_thin)
        QWidget.setTabOrder(self.leave_out_thin, self.troubles)
        QWidget.setTabOrder(self.troubles, self.rest_types)
        QWidget.setTabOrder(self.rest_types, self.types)
        QWidget.setTabOrder(self.types, self.total)
        QWidget.setTabOrder(self.total, self.rest_areas)
        QWidget.setTabOrder(self.rest_areas, self.areas)
        QWidget.setTabOrder(self.areas, self.whole)
        QWidget.setTabOrder(self.whole, self.preview)
        QWidget.setTabOrder(self.preview, self.table_instead)
        QWidget.setTabOrder(self.table_instead, self.count_again)
        QWidget.setTabOrder(self.count_again, self.cancel)
        QWidget.setTabOrder(self.cancel, self.go_on)

        self.retranslateUi(ExtractDialog)
        self.cancel.clicked.connect(ExtractDialog.reject)

        self.go_on.setDefault(True)


        QMetaObject.connectSlotsByName(ExtractDialog)
    # setupUi

    def retranslateUi(self, ExtractDialog):
        ExtractDialog.setWindowTitle(QCoreApplication.translate("ExtractDialog", u"Count an extract of incidents", None))
        self.partner_label.setText(QCoreApplication.translate("ExtractDialog", u"From &partner:", None))
#if QT_CONFIG(accessibility)
        self.partner.setAccessibleName(QCoreApplication.translate("ExtractDialog", u"Partner that the extract is from", None))
#endif // QT_CONFIG(accessibility)
        self.columns_label.setText(QCoreApplication.translate("ExtractDialog", u"Co&lumns: nothing is kept of a column that is not used", None))
#if QT_CONFIG(accessibility)
        self.columns.setAccessibleName(QCoreApplication.translate("ExtractDialog", u"Columns of the extract and what each is used for", None))
#endif // QT_CONFIG(accessibility)
        self.dates_label.setText(QCoreApplication.translate("ExtractDialog", u"&Dates such as 01/02/2017:", None))
#if QT_CONFIG(accessibility)
        self.dates.setAccessibleName(QCoreApplication.translate("ExtractDialog", u"How dates such as 01/02/2017 are read", None))
#endif // QT_CONFIG(accessibility)
        self.sheet_label.setText(QCoreApplication.translate("ExtractDialog", u"S&heet or file:", None))
#if QT_CONFIG(accessibility)
        self.sheet.setAccessibleName(QCoreApplication.translate("ExtractDialog", u"Sheet or file that is counted", None))
#endif // QT_CONFIG(accessibility)
        self.count_once.setText(QCoreApplication.translate("ExtractDialog", u"Count each crime reference &once", None))
        self.leave_out_thin.setText(QCoreApplication.translate("ExtractDialog", u"Leave out months at either &end that hold strikingly few rows", None))
        self.troubles_label.setText(QCoreApplication.translate("ExtractDialog", u"&Rows that cannot be counted", None))
#if QT_CONFIG(accessibility)
        self.troubles.setAccessibleName(QCoreApplication.translate("ExtractDialog", u"Rows that cannot be counted, by reason", None))
#endif // QT_CONFIG(accessibility)
        self.types_label.setText(QCoreApplication.translate("ExtractDialog", u"O&ffences found, and the indicator that each counts for", None))
        self.rest_types.setText(QCoreApplication.translate("ExtractDialog", u"Lea&ve out all without a meaning", None))
#if QT_CONFIG(accessibility)
        self.types.setAccessibleName(QCoreApplication.translate("ExtractDialog", u"Offences found in the extract and what they count for", None))
#endif // QT_CONFIG(accessibility)
        self.total_label.setText(QCoreApplication.translate("ExtractDialog", u"All cou&nted rows add up to:", None))
#if QT_CONFIG(accessibility)
        self.total.setAccessibleName(QCoreApplication.translate("ExtractDialog", u"Indicator that all counted rows add up to", None))
#endif // QT_CONFIG(accessibility)
        self.areas_label.setText(QCoreApplication.translate("ExtractDialog", u"&Areas found", None))
        self.rest_areas.setText(QCoreApplication.translate("ExtractDialog", u"Leave out all w&ithout a meaning", None))
#if QT_CONFIG(accessibility)
        self.areas.setAccessibleName(QCoreApplication.translate("ExtractDialog", u"Areas found in the extract and what they mean", None))
#endif // QT_CONFIG(accessibility)
        self.whole_label.setText(QCoreApplication.translate("ExtractDialog", u"Every row counts for this area as &well:", None))
#if QT_CONFIG(accessibility)
        self.whole.setAccessibleName(QCoreApplication.translate("ExtractDialog", u"Area that every row counts for", None))
#endif // QT_CONFIG(accessibility)
        self.preview_label.setText(QCoreApplication.translate("ExtractDialog", u"What &comes of it", None))
#if QT_CONFIG(accessibility)
        self.preview.setAccessibleName(QCoreApplication.translate("ExtractDialog", u"Counts by indicator and month", None))
#endif // QT_CONFIG(accessibility)
        self.table_instead.setText(QCoreApplication.translate("ExtractDialog", u"This is a table of fi&gures...", None))
        self.count_again.setText(QCoreApplication.translate("ExtractDialog", u"Co&unt again", None))
        self.cancel.setText(QCoreApplication.translate("ExtractDialog", u"Cancel", None))
        self.go_on.setText(QCoreApplication.translate("ExtractDialog", u"Chec&k and take in...", None))
    # retranslateUi

