// Package chart draws series and counts: pure functions whose input is numbers
// already worded and whose output is HTML for a page to put in, an inline SVG
// with the same numbers in a table beside it.
//
//	progress.go   a value against its target and its pace, with a forecast（进度图）
//	series.go     a value over years（历年图）
//	multiples.go  one small panel for each place, on a common scale（分地区小图）
//	tiles.go      one square for each place, where it lies（瓦片图）
//	stack.go      lights counted, as bars of equal length（亮灯分布）
//	spark.go      a line within a row（走势线）
//	light.go      the mark of a light
//	axis.go       scales in steps of 1, 2 and 5
//	drawing.go    the marks that a drawing is made of
//
// A page that shows charts refers to Style. Nothing here carries a style
// attribute, a script or an id, so that charts stand under a strict policy and
// several on a page do not meet. What tells one light from another is its shape
// and letter as well as its colour, and its lightness, so that a grey print says
// the same. Where there is no value there is a gap, and where there is none at
// all the chart says so.
//
// Floats are good enough for positions; the numbers that are read are the texts
// that came with them.
package chart
