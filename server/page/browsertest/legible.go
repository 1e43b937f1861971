package browsertest

import (
	"context"
	"testing"
)

// faint lists what is written in too little contrast to what is behind it, each
// as its words, its ratio and the element. The ratio is that of WCAG 2.1,
// success criterion 1.4.3 (level AA): 4.5 to 1, of large letters 3 to 1. Words of
// what cannot be used are exempt there, and so are those for screen readers only.
// Words in drawings are held against what is drawn below them.
const faint = `(() => {
	const parse = s => { const m = s.match(/[\d.]+/g).map(Number); return {r: m[0], g: m[1], b: m[2], a: m.length > 3 ? m[3] : 1} };
	const over = (top, below) => ({r: top.r*top.a + below.r*(1-top.a), g: top.g*top.a + below.g*(1-top.a), b: top.b*top.a + below.b*(1-top.a), a: 1});
	const part = v => (v /= 255) <= 0.04045 ? v/12.92 : ((v+0.055)/1.055)**2.4;
	const light = c => 0.2126*part(c.r) + 0.7152*part(c.g) + 0.0722*part(c.b);
	const within = (p, r) => r.left <= p.x && p.x <= r.right && r.top <= p.y && p.y <= r.bottom;
	const behind = e => {
		if (!e) return {r: 255, g: 255, b: 255, a: 1};
		const c = parse(getComputedStyle(e).backgroundColor);
		return c.a === 1 ? c : over(c, behind(e.parentElement));
	};
	const drawn = (e, p) => {
		let c = behind(e.closest('svg').parentElement);
		for (const shape of e.closest('svg').querySelectorAll('rect, circle, path, polygon')) {
			if (shape.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_PRECEDING) break;
			const style = getComputedStyle(shape);
			if (!style.fill.startsWith('rgb') || shape.closest('defs, pattern, clipPath') || !within(p, shape.getBoundingClientRect())) continue;
			if (shape.isPointInFill) {
				const at = new DOMPoint(p.x, p.y).matrixTransform(shape.getScreenCTM().inverse());
				if (!shape.isPointInFill(at)) continue;
			}
			const f = parse(style.fill);
			f.a *= Number(style.fillOpacity) * Number(style.opacity);
			c = over(f, c);
		}
		return c;
	};
	const found = [];
	const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	for (let n; n = walker.nextNode();) {
		const words = n.data.trim(), e = n.parentElement;
		if (!words || e.closest('[disabled], [aria-disabled=true], option, script, style, title, desc, noscript')) continue;
		const range = document.createRange();
		range.selectNodeContents(n);
		const box = range.getBoundingClientRect(), style = getComputedStyle(e);
		if (box.width < 2 || box.height < 2 || style.visibility === 'hidden' || e.closest('[class*=hidden], .sr')) continue;
		const svg = e.closest('svg') !== null;
		const below = svg ? drawn(e, {x: (box.left+box.right)/2, y: (box.top+box.bottom)/2}) : behind(e);
		const ink = parse(svg ? style.fill : style.color);
		for (let up = e; up; up = up.parentElement) ink.a *= Number(getComputedStyle(up).opacity);
		const [a, b] = [light(over(ink, below)), light(below)];
		const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
		const size = parseFloat(style.fontSize), large = size >= 24 || size >= 18.66 && Number(style.fontWeight) >= 700;
		if (ratio < (large ? 3 : 4.5) - 0.01) {
			found.push(words.slice(0, 20) + ' ' + ratio.toFixed(2) + ' ' + e.tagName + '.' + (e.getAttribute('class') || '') + ' in .' + (e.parentElement.getAttribute('class') || ''));
		}
	}
	return found;
})()`

// Legible demands that all words of the page have the contrast of level AA.
func Legible(ctx context.Context, t *testing.T, what string) {
	t.Helper()
	for _, words := range Eval[[]string](ctx, t, faint) {
		t.Errorf("%s: too faint to read: %s", what, words)
	}
}
