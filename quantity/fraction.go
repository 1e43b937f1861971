package quantity

// fractionLen is the length of 分之.
const fractionLen = 2

// fraction reads 分之 and the numerator after the denominator den; ok is false
// where no numerator follows. Annotators point at the denominator.
func (s *scanner) fraction(den numeral) (f numeral, ok bool) {
	i := den.end + fractionLen
	switch in := info(s.at(i)); {
	case in.class == arabic:
		f = s.digits(i)
	case in.class == hanDigit || in.class == hanPower:
		s.han(&f, i)
	case in.class == some && s.at(i) != '数':
		f = s.vagueNumerator(i)
	default:
		return f, false
	}
	if f.form != Vague {
		f.form = Fraction // but 百分之几十
	}
	f.pos, f.power = den.pos, false
	if den.power && den.known {
		switch den.mult {
		case 2:
			f.unit, f.percent = s.implied(percent), true
			return f, true
		case 3:
			f.unit, f.percent = s.implied(permille), true
			return f, true
		case 4:
			f.unit, f.percent = s.implied(permyriad), true
			return f, true
		}
	}
	f.known = f.known && f.form != Vague && den.known && den.value.Sign() > 0 && !f.estimates() && !den.estimates()
	f.form = Fraction
	if f.known {
		f.ratio(den.value)
	}
	return f, true
}

// isSlash reports whether r parts the ends of a fraction in digits.
func isSlash(r rune) bool { return r == '/' || r == '／' }

// slash reads 1/4 from its numerator num, behind which a slash stands: a fraction where
// both ends are small and it is part of no date and no name, as 24/7 or 1/2号.
func (s *scanner) slash(num numeral) (f numeral, ok bool) {
	const most = 2 // digits of either end
	j := num.end
	if num.pos.Len() > most || info(s.at(j+1)).class != arabic {
		return f, false
	}
	if r := s.at(num.pos.Start - 1); isSlash(r) || info(r).class == arabic || r < 0x80 && r > ' ' {
		return f, false
	}
	den := s.digits(j + 1)
	if !num.known || !den.known || den.mult > 0 || den.pos.Len() > most || num.places != 0 || den.places != 0 || num.value.Cmp(den.value) >= 0 || num.value.Sign() <= 0 {
		return f, false
	}
	switch r := s.at(den.end); {
	case isSlash(r) || r == '号' || r == '日' || r == '月' || r > ' ' && r < 0x80 && r != ',' && r != ';' && r != '.' && r != ')':
		return f, false
	}
	f = num
	f.end, f.form, f.power = den.end, Fraction, false
	f.ratio(den.value)
	return f, true
}

// ratio divides f by den. A fraction in words is no exact one: it is known to
// half a tenth, or to half of 1/den where that is finer.
func (f *numeral) ratio(den Decimal) {
	f.slack = quo(NewDecimal(5, -1), den, fractionDigits, up)
	if halfTenth := NewDecimal(5, -2); f.slack.Cmp(halfTenth) > 0 {
		f.slack = halfTenth
	}
	f.value = quo(f.value, den, fractionDigits, nearest)
	f.places, f.mult, f.myriad = -1, 0, 0
}

// vagueNumerator reads the 几 or 几十 of 百分之几十; the first has no value.
func (s *scanner) vagueNumerator(i int) numeral {
	n := numeral{end: i + 1}
	if mult, _, end := s.powers(i + 1); mult > 0 {
		n.end, n.form, n.known, n.value = end, Vague, true, NewDecimal(1, mult)
	}
	return n
}
