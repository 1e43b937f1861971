package assign

import (
	"regexp"
	"strings"
)

// labels finds the words that open a cell within a text: 牵头单位：.
var labels = regexp.MustCompile(`((?:牵头|主要|责任|分管|包联|包抓|挂点|挂帅|责任分管)?(?:市|县|区|旗|盟|州|省)?(?:政府)?(?:分管)?领导|责任人|包联人)\s*[:：]|(牵头(?:责任|负责|落实|承办)?(?:单位|部门|地区)?|主办(?:单位|部门)?|主责(?:单位|部门)?|第一责任单位)\s*[:：]|((?:责任|承办|落实|实施|负责)(?:单位|部门|主体|地区|处室|科室)(?:[或与和及](?:地区|协同单位|配合单位|部门|单位))?|责任)\s*[:：]|((?:(?:协作|协助)和?)?(?:配合|协办|协同|协作|协助|参与|参加)(?:责任|落实)?(?:单位|部门|地区)?)\s*[:：]|((?:完成|办结|推进|责任)?(?:时限|时间|期限|时间节点)(?:要求)?)\s*[:：]`)

// The submatches of labels.
const (
	cellLeader = iota
	cellLead
	cellOwes // 责任单位: supports where a lead stands beside it, leads where it is alone
	cellSupport
	cellDeadline
)

// readLabelled reads a duty whose parts are labelled.
func readLabelled(text string) (Duty, bool) {
	var d Duty
	var owes []string
	all := labels.FindAllStringSubmatchIndex(text, -1)
	for i, m := range all {
		end := len(text)
		if i+1 < len(all) {
			end = all[i+1][0]
		}
		cell := strings.Trim(text[m[1]:end], " 　\t\n\r；;，,。（(）)")
		if strings.Count(cell, "（") == strings.Count(cell, "）")+1 {
			cell += "）" // the trimming took the partner of an inner bracket
		}
		switch {
		case m[2+2*cellLeader] >= 0:
			d.Leader = cell
		case m[2+2*cellLead] >= 0:
			d.Lead = append(d.Lead, SplitNames(cell)...)
		case m[2+2*cellOwes] >= 0:
			owes = append(owes, SplitNames(cell)...)
		case m[2+2*cellSupport] >= 0:
			d.Supporting = append(d.Supporting, SplitNames(cell)...)
		default:
			d.Deadline = cell
		}
	}
	if len(d.Lead) == 0 && len(owes) > 0 {
		if inner, ok := readDuty(strings.Join(owes, "、")); ok {
			d.Lead, owes = inner.Lead, inner.Supporting
		} else {
			d.Lead, owes = owes[:1:1], owes[1:]
		}
	}
	d.Supporting = append(owes, d.Supporting...)
	return d.tidy(), len(d.Lead) > 0
}
