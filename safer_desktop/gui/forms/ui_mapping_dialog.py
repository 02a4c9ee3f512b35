# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'mapping_dialog.ui'
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
    QFrame, QGridLayout, QHBoxLayout, QHeaderView,
    QLabel, QLineEdit, QPushButton, QScrollArea,
    QSizePolicy, QSpacerItem, QSplitter, QTableView,
    QVBoxLayout, QWidget)

class Ui_MappingDialog(object):
    def setupUi(self, MappingDialog):
        if not MappingDialog.objectName():
            MappingDialog.setObjectName(u"MappingDialog")
        MappingDialog.resize(1280, 700)
        MappingDialog.setSizeGripEnabled(True)
        self.layout = QVBoxLayout(MappingDialog)
        self.layout.setSpacing(8)
        self.layout.setObjectName(u"layout")
        self.layout.setContentsMargins(16, 12, 16, 12)
        self.heading = QLabel(MappingDialog)
        self.heading.setObjectName(u"heading")
        self.heading.setWordWrap(True)

        self.layout.addWidget(self.heading)

        self.explanation = QLabel(MappingDialog)
        self.explanation.setObjectName(u"explanation")
        self.explanation.setWordWrap(True)

        self.layout.addWidget(self.explanation)

        self.splitter = QSplitter(MappingDialog)
        self.splitter.setObjectName(u"splitter")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(1)
        sizePolicy.setHeightForWidth(self.splitter.sizePolicy().hasHeightForWidth())
        self.splitter.setSizePolicy(sizePolicy)
        self.splitter.setOrientation(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.sheet_side = QWidget(self.splitter)
        self.sheet_side.setObjectName(u"sheet_side")
        self.sheet_layout = QVBoxLayout(self.sheet_side)
        self.sheet_layout.setSpacing(4)
        self.sheet_layout.setObjectName(u"sheet_layout")
        self.sheet_layout.setContentsMargins(0, 0, 8, 0)
        self.sheet_row = QHBoxLayout()
        self.sheet_row.setObjectName(u"sheet_row")
        self.sheet_label = QLabel(self.sheet_side)
        self.sheet_label.setObjectName(u"sheet_label")

        self.sheet_row.addWidget(self.sheet_label)

        self.sheet = QComboBox(self.sheet_side)
        self.sheet.setObjectName(u"sheet")
        self.sheet.setMinimumContentsLength(20)

        self.sheet_row.addWidget(self.sheet)

        self.sheet_space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.sheet_row.addItem(self.sheet_space)

        self.selected_cell = QLabel(self.sheet_side)
        self.selected_cell.setObjectName(u"selected_cell")

        self.sheet_row.addWidget(self.selected_cell)


        self.sheet_layout.addLayout(self.sheet_row)

        self.grid = QTableView(self.sheet_side)
        self.grid.setObjectName(u"grid")
        self.grid.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.grid.setTabKeyNavigation(False)
        self.grid.setWordWrap(False)
        self.grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

        self.sheet_layout.addWidget(self.grid)

        self.legend = QWidget(self.sheet_side)
        self.legend.setObjectName(u"legend")

        self.sheet_layout.addWidget(self.legend)

        self.splitter.addWidget(self.sheet_side)
        self.meaning_side = QWidget(self.splitter)
        self.meaning_side.setObjectName(u"meaning_side")
        self.meaning_layout = QVBoxLayout(self.meaning_side)
        self.meaning_layout.setSpacing(8)
        self.meaning_layout.setObjectName(u"meaning_layout")
        self.meaning_layout.setContentsMargins(8, 0, 0, 0)
        self.table_row = QHBoxLayout()
        self.table_row.setObjectName(u"table_row")
        self.table_label = QLabel(self.meaning_side)
        self.table_label.setObjectName(u"table_label")

        self.table_row.addWidget(self.table_label)

        self.table = QComboBox(self.meaning_side)
        self.table.setObjectName(u"table")
        sizePolicy1 = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        sizePolicy1.setHorizontalStretch(1)
        sizePolicy1.setVerticalStretch(0)
        sizePolicy1.setHeightForWidth(self.table.sizePolicy().hasHeightForWidth())
        self.table.setSizePolicy(sizePolicy1)
        self.table.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

        self.table_row.addWidget(self.table)

        self.add_table = QPushButton(self.meaning_side)
        self.add_table.setObjectName(u"add_table")
        self.add_table.setAutoDefault(False)

        self.table_row.addWidget(self.add_table)

        self.remove_table = QPushButton(self.meaning_side)
        self.remove_table.setObjectName(u"remove_table")
        self.remove_table.setAutoDefault(False)

        self.table_row.addWidget(self.remove_table)


        self.meaning_layout.addLayout(self.table_row)

        self.meaning_scroll = QScrollArea(self.meaning_side)
        self.meaning_scroll.setObjectName(u"meaning_scroll")
        self.meaning_scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.meaning_scroll.setWidgetResizable(True)
        self.meaning_scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        sizePolicy.setHeightForWidth(self.meaning_scroll.sizePolicy().hasHeightForWidth())
        self.meaning_scroll.setSizePolicy(sizePolicy)
        self.meaning = QWidget()
        self.meaning.setObjectName(u"meaning")
        self.meaning_inner = QVBoxLayout(self.meaning)
        self.meaning_inner.setObjectName(u"meaning_inner")
        self.meaning_inner.setContentsMargins(0, 0, 4, 0)
        self.axes = QGridLayout()
        self.axes.setObjectName(u"axes")
        self.axes.setHorizontalSpacing(6)
        self.axes.setVerticalSpacing(4)
        self.values_label = QLabel(self.meaning)
        self.values_label.setObjectName(u"values_label")

        self.axes.addWidget(self.values_label, 0, 0, 1, 1)

        self.values_row = QHBoxLayout()
        self.values_row.setSpacing(4)
        self.values_row.setObjectName(u"values_row")
        self.values_range = QLineEdit(self.meaning)
        self.values_range.setObjectName(u"values_range")

        self.values_row.addWidget(self.values_range)

        self.values_use = QPushButton(self.meaning)
        self.values_use.setObjectName(u"values_use")
        self.values_use.setAutoDefault(False)

        self.values_row.addWidget(self.values_use)


        self.axes.addLayout(self.values_row, 0, 1, 1, 1)

        self.values_sure = QLabel(self.meaning)
        self.values_sure.setObjectName(u"values_sure")

        self.axes.addWidget(self.values_sure, 0, 2, 1, 1)

        self.period_label = QLabel(self.meaning)
        self.period_label.setObjectName(u"period_label")

        self.axes.addWidget(self.period_label, 2, 0, 1, 1)

        self.period_row = QHBoxLayout()
        self.period_row.setSpacing(4)
        self.period_row.setObjectName(u"period_row")
        self.period_kind = QComboBox(self.meaning)
        self.period_kind.setObjectName(u"period_kind")

        self.period_row.addWidget(self.period_kind)

        self.period_lines = QLineEdit(self.meaning)
        self.period_lines.setObjectName(u"period_lines")

        self.period_row.addWidget(self.period_lines)

        self.period_fixed = QComboBox(self.meaning)
        self.period_fixed.setObjectName(u"period_fixed")
        self.period_fixed.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.period_fixed.setMinimumContentsLength(14)

        self.period_row.addWidget(self.period_fixed)

        self.period_use = QPushButton(self.meaning)
        self.period_use.setObjectName(u"period_use")
        self.period_use.setAutoDefault(False)

        self.period_row.addWidget(self.period_use)


        self.axes.addLayout(self.period_row, 2, 1, 1, 1)

        self.period_sure = QLabel(self.meaning)
        self.period_sure.setObjectName(u"period_sure")

        self.axes.addWidget(self.period_sure, 2, 2, 1, 1)

        self.area_label = QLabel(self.meaning)
        self.area_label.setObjectName(u"area_label")

        self.axes.addWidget(self.area_label, 4, 0, 1, 1)

        self.area_row = QHBoxLayout()
        self.area_row.setSpacing(4)
        self.area_row.setObjectName(u"area_row")
        self.area_kind = QComboBox(self.meaning)
        self.area_kind.setObjectName(u"area_kind")

        self.area_row.addWidget(self.area_kind)

        self.area_lines = QLineEdit(self.meaning)
        self.area_lines.setObjectName(u"area_lines")

        self.area_row.addWidget(self.area_lines)

        self.area_fixed = QComboBox(self.meaning)
        self.area_fixed.setObjectName(u"area_fixed")
        self.area_fixed.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.area_fixed.setMinimumContentsLength(14)

        self.area_row.addWidget(self.area_fixed)

        self.area_use = QPushButton(self.meaning)
        self.area_use.setObjectName(u"area_use")
        self.area_use.setAutoDefault(False)

        self.area_row.addWidget(self.area_use)


        self.axes.addLayout(self.area_row, 4, 1, 1, 1)

        self.area_sure = QLabel(self.meaning)
        self.area_sure.setObjectName(u"area_sure")

        self.axes.addWidget(self.area_sure, 4, 2, 1, 1)

        self.indicator_label = QLabel(self.meaning)
        self.indicator_label.setObjectName(u"indicator_label")

        self.axes.addWidget(self.indicator_label, 6, 0, 1, 1)

        self.indicator_row = QHBoxLayout()
        self.indicator_row.setSpacing(4)
        self.indicator_row.setObjectName(u"indicator_row")
        self.indicator_kind = QComboBox(self.meaning)
        self.indicator_kind.setObjectName(u"indicator_kind")

        self.indicator_row.addWidget(self.indicator_kind)

        self.indicator_lines = QLineEdit(self.meaning)
        self.indicator_lines.setObjectName(u"indicator_lines")

        self.indicator_row.addWidget(self.indicator_lines)

        self.indicator_fixed = QComboBox(self.meaning)
        self.indicator_fixed.setObjectName(u"indicator_fixed")
        self.indicator_fixed.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.indicator_fixed.setMinimumContentsLength(14)

        self.indicator_row.addWidget(self.indicator_fixed)

        self.indicator_use = QPushButton(self.meaning)
        self.indicator_use.setObjectName(u"indicator_use")
        self.indicator_use.setAutoDefault(False)

        self.indicator_row.addWidget(self.indicator_use)


        self.axes.addLayout(self.indicator_row, 6, 1, 1, 1)

        self.indicator_sure = QLabel(self.meaning)
        self.indicator_sure.setObjectName(u"indicator_sure")

        self.axes.addWidget(self.indicator_sure, 6, 2, 1, 1)

        self.scale_label = QLabel(self.meaning)
        self.scale_label.setObjectName(u"scale_label")

        self.axes.addWidget(self.scale_label, 8, 0, 1, 1)

        self.scale = QComboBox(self.meaning)
        self.scale.setObjectName(u"scale")
        self.scale.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.scale.setMinimumContentsLength(14)

        self.axes.addWidget(self.scale, 8, 1, 1, 2)

        self.hint_label = QLabel(self.meaning)
        self.hint_label.setObjectName(u"hint_label")

        self.axes.addWidget(self.hint_label, 10, 0, 1, 1)

        self.hint = QComboBox(self.meaning)
        self.hint.setObjectName(u"hint")
        self.hint.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.hint.setMinimumContentsLength(14)

        self.axes.addWidget(self.hint, 10, 1, 1, 2)

        self.hint_question = QLabel(self.meaning)
        self.hint_question.setObjectName(u"hint_question")
        self.hint_question.setWordWrap(True)

        self.axes.addWidget(self.hint_question, 11, 1, 1, 2)


        self.meaning_inner.addLayout(self.axes)

        self.labels_label = QLabel(self.meaning)
        self.labels_label.setObjectName(u"labels_label")

        self.meaning_inner.addWidget(self.labels_label)

        self.labels = QTableView(self.meaning)
        self.labels.setObjectName(u"labels")
        self.labels.setMinimumSize(QSize(0, 140))
        self.labels.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
        self.labels.setTabKeyNavigation(False)

        self.meaning_inner.addWidget(self.labels)

        self.meaning_scroll.setWidget(self.meaning)

        self.meaning_layout.addWidget(self.meaning_scroll)

        self.splitter.addWidget(self.meaning_side)

        self.layout.addWidget(self.splitter)

        self.result_row = QHBoxLayout()
        self.result_row.setObjectName(u"result_row")
        self.result = QLabel(MappingDialog)
        self.result.setObjectName(u"result")
        self.result.setWordWrap(True)
        sizePolicy2 = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        sizePolicy2.setHorizontalStretch(1)
        sizePolicy2.setVerticalStretch(0)
        sizePolicy2.setHeightForWidth(self.result.sizePolicy().hasHeightForWidth())
        self.result.setSizePolicy(sizePolicy2)

        self.result_row.addWidget(self.result)


        self.layout.addLayout(self.result_row)

        self.problems = QTableView(MappingDialog)
        self.problems.setObjectName(u"problems")
        self.problems.setMaximumSize(QSize(16777215, 104))
        self.problems.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.problems.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.problems.setTabKeyNavigation(False)

        self.layout.addWidget(self.problems)

        self.bottom = QHBoxLayout()
        self.bottom.setSpacing(8)
        self.bottom.setObjectName(u"bottom")
        self.partner_label = QLabel(MappingDialog)
        self.partner_label.setObjectName(u"partner_label")

        self.bottom.addWidget(self.partner_label)

        self.partner = QComboBox(MappingDialog)
        self.partner.setObjectName(u"partner")
        self.partner.setEditable(True)
        self.partner.setMinimumContentsLength(24)

        self.bottom.addWidget(self.partner)

        self.name_label = QLabel(MappingDialog)
        self.name_label.setObjectName(u"name_label")

        self.bottom.addWidget(self.name_label)

        self.recipe_name = QLineEdit(MappingDialog)
        self.recipe_name.setObjectName(u"recipe_name")

        self.bottom.addWidget(self.recipe_name)

        self.bottom_space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.bottom.addItem(self.bottom_space)

        self.incidents_instead = QPushButton(MappingDialog)
        self.incidents_instead.setObjectName(u"incidents_instead")
        self.incidents_instead.setAutoDefault(False)

        self.bottom.addWidget(self.incidents_instead)

        self.cancel = QPushButton(MappingDialog)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.bottom.addWidget(self.cancel)

        self.take_in = QPushButton(MappingDialog)
        self.take_in.setObjectName(u"take_in")
        self.take_in.setAutoDefault(False)

        self.bottom.addWidget(self.take_in)


        self.layout.addLayout(self.bottom)

#if QT_CONFIG(shortcut)
        self.sheet_label.setBuddy(self.sheet)
        self.table_label.setBuddy(self.table)
        self.values_label.setBuddy(self.values_range)
        self.period_label.setBuddy(self.period_kind)
        self.area_label.setBuddy(self.area_kind)
        self.indicator_label.setBuddy(self.indicator_kind)
        self.scale_label.setBuddy(self.scale)
        self.hint_label.setBuddy(self.hint)
        self.labels_label.setBuddy(self.labels)
        self.partner_label.setBuddy(self.partner)
        self.name_label.setBuddy(self.recipe_name)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(MappingDialog)
        self.cancel.clicked.connect(MappingDialog.reject)

        QMetaObject.connectSlotsByName(MappingDialog)
    # setupUi

    def retranslateUi(self, MappingDialog):
        MappingDialog.setWindowTitle(QCoreApplication.translate("MappingDialog", u"Load a partner's workbook", None))
        self.sheet_label.setText(QCoreApplication.translate("MappingDialog", u"S&heet:", None))
#if QT_CONFIG(accessibility)
        self.sheet.setAccessibleName(QCoreApplication.translate("MappingDialog", u"Sheet", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.selected_cell.setAccessibleName(QCoreApplication.translate("MappingDialog", u"Selected cells", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.grid.setAccessibleName(QCoreApplication.translate("MappingDialog", u"The sheet, with what each cell is taken for", None))
#endif // QT_CONFIG(accessibility)
        self.table_label.setText(QCoreApplication.translate("MappingDialog", u"&Table:", None))
#if QT_CONFIG(accessibility)
        self.table.setAccessibleName(QCoreApplication.translate("MappingDialog", u"Table", None))
#endif // QT_CONFIG(accessibility)
        self.add_table.setText(QCoreApplication.translate("MappingDialog", u"&Add", None))
#if QT_CONFIG(tooltip)
        self.add_table.setToolTip(QCoreApplication.translate("MappingDialog", u"Add the table whose values are the selected cells, or the next one found on this sheet", None))
#endif // QT_CONFIG(tooltip)
        self.remove_table.setText(QCoreApplication.translate("MappingDialog", u"&Remove", None))
#if QT_CONFIG(tooltip)
        self.remove_table.setToolTip(QCoreApplication.translate("MappingDialog", u"Leave this table out of the load", None))
#endif // QT_CONFIG(tooltip)
        self.values_label.setText(QCoreApplication.translate("MappingDialog", u"&Values", None))
#if QT_CONFIG(accessibility)
        self.values_range.setAccessibleName(QCoreApplication.translate("MappingDialog", u"Values: cells from and to", None))
#endif // QT_CONFIG(accessibility)
        self.values_range.setPlaceholderText(QCoreApplication.translate("MappingDialog", u"B5:M12", None))
        self.values_use.setText(QCoreApplication.translate("MappingDialog", u"Use cells", None))
#if QT_CONFIG(accessibility)
        self.values_use.setAccessibleName(QCoreApplication.translate("MappingDialog", u"Values: use the selected cells", None))
#endif // QT_CONFIG(accessibility)
        self.period_label.setText(QCoreApplication.translate("MappingDialog", u"&Periods", None))
#if QT_CONFIG(accessibility)
        self.period_kind.setAccessibleName(QCoreApplication.translate("MappingDialog", u"Periods: where they are written", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.period_lines.setAccessibleName(QCoreApplication.translate("MappingDialog", u"Periods: header rows, label columns, headings or a cell", None))
#endif // QT_CONFIG(accessibility)
        self.period_lines.setPlaceholderText(QCoreApplication.translate("MappingDialog", u"4, A", None))
#if QT_CONFIG(accessibility)
        self.period_fixed.setAccessibleName(QCoreApplication.translate("MappingDialog", u"Periods: the same for the whole table", None))
#endif // QT_CONFIG(accessibility)
        self.period_use.setText(QCoreApplication.translate("MappingDialog", u"Use cells", None))
#if QT_CONFIG(accessibility)
        self.period_use.setAccessibleName(QCoreApplication.translate("MappingDialog", u"Periods: use the rows or columns of the selected cells", None))
#endif // QT_CONFIG(accessibility)
        self.area_label.setText(QCoreApplication.translate("MappingDialog", u"A&reas", None))
#if QT_CONFIG(accessibility)
        self.area_kind.setAccessibleName(QCoreApplication.translate("MappingDialog", u"Areas: where they are written", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.area_lines.setAccessibleName(QCoreApplication.translate("MappingDialog", u"Areas: header rows, label columns, headings or a cell", None))
#endif // QT_CONFIG(accessibility)
        self.area_lines.setPlaceholderText(QCoreApplication.translate("MappingDialog", u"4, A", None))
#if QT_CONFIG(accessibility)
        self.area_fixed.setAccessibleName(QCoreApplication.translate("MappingDialog", u"Areas: the same for the whole table", None))
#endif // QT_CONFIG(accessibility)
        self.area_use.setText(QCoreApplication.translate("MappingDialog", u"Use cells", None))
#if QT_CONFIG(accessibility)
        self.area_use.setAccessibleName(QCoreApplication.translate("MappingDialog", u"Areas: use the rows or columns of the selected cells", None))
#endif // QT_CONFIG(accessibility)
        self.indicator_label.setText(QCoreApplication.translate("MappingDialog", u"&Indicators", None))
#if QT_CONFIG(accessibility)
        self.indicator_kind.setAccessibleName(QCoreApplication.translate("MappingDialog", u"Indicators: where they are written", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.indicator_lines.setAccessibleName(QCoreApplication.translate("MappingDialog", u"Indicators: header rows, label columns, headings or a cell", None))
#endif // QT_CONFIG(accessibility)
        self.indicator_lines.setPlaceholderText(QCoreApplication.translate("MappingDialog", u"4, A", None))
#if QT_CONFIG(accessibility)
        self.indicator_fixed.setAccessibleName(QCoreApplication.translate("MappingDialog", u"Indicators: the same for the whole table", None))
#endif // QT_CONFIG(accessibility)
        self.indicator_use.setText(QCoreApplication.translate("MappingDialog", u"Use cells", None))
#if QT_CONFIG(accessibility)
        self.indicator_use.setAccessibleName(QCoreApplication.translate("MappingDialog", u"Indicators: use the rows or columns of the selected cells", None))
#endif // QT_CONFIG(accessibility)
        self.scale_label.setText(QCoreApplication.translate("MappingDialog", u"P&ercentages", None))
#if QT_CONFIG(accessibility)
        self.scale.setAccessibleName(QCoreApplication.translate("MappingDialog", u"How percentages are written", None))
#endif // QT_CONFIG(accessibility)
        self.hint_label.setText(QCoreApplication.translate("MappingDialog", u"&Years and dates", None))
#if QT_CONFIG(accessibility)
        self.hint.setAccessibleName(QCoreApplication.translate("MappingDialog", u"How years, dates and months are meant", None))
#endif // QT_CONFIG(accessibility)
        self.labels_label.setText(QCoreApplication.translate("MappingDialog", u"What the &labels mean", None))
#if QT_CONFIG(accessibility)
        self.labels.setAccessibleName(QCoreApplication.translate("MappingDialog", u"Labels found and what they mean", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.problems.setAccessibleName(QCoreApplication.translate("MappingDialog", u"What the checks found; press Enter to go to the cell", None))
#endif // QT_CONFIG(accessibility)
        self.partner_label.setText(QCoreApplication.translate("MappingDialog", u"Partn&er:", None))
#if QT_CONFIG(accessibility)
        self.partner.setAccessibleName(QCoreApplication.translate("MappingDialog", u"Partner that the file is from", None))
#endif // QT_CONFIG(accessibility)
        self.name_label.setText(QCoreApplication.translate("MappingDialog", u"Remember &layout as:", None))
#if QT_CONFIG(accessibility)
        self.recipe_name.setAccessibleName(QCoreApplication.translate("MappingDialog", u"Name under which the layout is remembered", None))
#endif // QT_CONFIG(accessibility)
        self.incidents_instead.setText(QCoreApplication.translate("MappingDialog", u"&One row is one incident...", None))
#if QT_CONFIG(tooltip)
        self.incidents_instead.setToolTip(QCoreApplication.translate("MappingDialog", u"Count the rows by month, area and offence; no row is kept", None))
#endif // QT_CONFIG(tooltip)
        self.cancel.setText(QCoreApplication.translate("MappingDialog", u"Cancel", None))
        self.take_in.setText(QCoreApplication.translate("MappingDialog", u"Ta&ke in", None))
    # retranslateUi

