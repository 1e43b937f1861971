// Package statement reads what a report states and promises: figures, targets
// and pledges, and the mechanisms it names.
//
// Its input is a report.Report and a lexicon, its output a Set. What a clause
// leaves unsaid — subject, period, place — is completed here and nowhere else.
//
// Extract runs as a list of named passes over the report, each in files of its
// own: what each number is (nature.go and the rules in it), the time phrases
// (time.go), the runs of figures and what stands before them (run.go, predicate.go), for each
// figure its kind and direction (kind.go), its subject (subject.go, inherited.go, strip.go,
// leadin.go, brought.go, series.go) and place (region.go), then its period and role (when.go,
// period.go, role.go) and indicator (indicator.go); then pledges (promise.go, pledge.go),
// mechanisms (mechanism.go) and the coverage. Every figure and pledge carries in Trace the names
// of the rules that decided it. A text longer than single reports are goes through the passes stretch by
// stretch (stretch.go), so that what they note for each other stays small.
package statement
