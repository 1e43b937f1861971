package report

import (
	"fmt"
	"strings"

	"pledger/document"
	"pledger/locale"
	"pledger/report"
	"pledger/statement"
)

// text is the catalogue's text of key.
func (w *writer) text(key string, args ...any) string { return w.lang.Text(key, args...) }

// name is the word for a value of one of the statement's sets, "" for none. The
// keys are page.<set>.<value>; a test demands each.
func (w *writer) name(set, value string) string {
	if value == "" {
		return ""
	}
	return w.lang.Text("page." + set + "." + value)
}

// quote is the text at pos as a reader sees it.
func (w *writer) quote(pos document.Position) string {
	if !pos.Valid() {
		return ""
	}
	runes := w.set.Report.Text.Runes()
	return visible(runes, trim(runes, pos), pos)
}

// written is a figure as the report writes it, with its unit.
func (w *writer) written(f *statement.Figure) string { return w.quote(full(f)) }

// interval is what a figure means, in mathematical notation: [34.15, 34.25].
func (w *writer) interval(f *statement.Figure) string { return f.Quantity.Value.String() }

// widened is a figure's interval, "" where it is a single value.
func (w *writer) widened(f *statement.Figure) string {
	if f.Quantity.Value.IsPoint() {
		return ""
	}
	return w.interval(f)
}

// kindAndDirection is a figure's kind with an arrow for its direction.
func (w *writer) kindAndDirection(f *statement.Figure) string {
	arrow := map[statement.Direction]string{statement.Up: " ↑", statement.Down: " ↓"}[f.Direction]
	return w.name("kind", f.Kind.String()) + arrow
}

// reason is why a stretch is doubtful. A code that the catalogue does not hold
// is shown as it is.
func (w *writer) reason(d *report.Doubt) string {
	if !locale.Has(d.Code) {
		return strings.Join(append([]string{d.Code}, d.Args...), " ")
	}
	args := make([]any, len(d.Args))
	for i, a := range d.Args {
		args[i] = a
	}
	return w.lang.Text(d.Code, args...)
}

// deadline is a pledge's deadline; one not stated is the plan year's end.
func (w *writer) deadline(s string) string {
	if s == "" {
		return w.text("page.deadline.year")
	}
	return w.text("page.deadline.by", w.period(s))
}

// period is a period in words: 2020年, 2020年11月, 2016—2020年, 2021年1—9月. What is
// not of the form year, year-month or two of them with a slash stays as it is.
func (w *writer) period(s string) string {
	from, to, span := strings.Cut(s, "/")
	if !span {
		return w.moment(from)
	}
	fromYear, fromMonth, _ := strings.Cut(from, "-")
	toYear, toMonth, _ := strings.Cut(to, "-")
	switch {
	case w.lang != locale.ZhCN:
		return from + "–" + to
	case fromMonth == "" && toMonth == "":
		return from + "—" + to + "年"
	case fromYear == toYear && fromMonth != "" && toMonth != "":
		return fmt.Sprintf("%s年%s—%s月", fromYear, month(fromMonth), month(toMonth))
	}
	return w.moment(from) + "—" + w.moment(to)
}

// moment is a year, or a year and a month, in words.
func (w *writer) moment(s string) string {
	year, m, hasMonth := strings.Cut(s, "-")
	switch {
	case s == "" || w.lang != locale.ZhCN:
		return s
	case hasMonth:
		return year + "年" + month(m) + "月"
	}
	return year + "年"
}

// month is a month without its leading zero.
func month(s string) string { return strings.TrimPrefix(s, "0") }
