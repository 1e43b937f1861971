// What the script adds to a table that is whole without it: one box ticks all,
// shift ticks a stretch, and keys move through the rows. Plain language of 2015.
(function () {
  'use strict';

  var form = document.getElementById('rows');
  var table = document.getElementById('table');
  var rows = table ? Array.prototype.slice.call(table.querySelectorAll('.row')) : [];
  var boxes = form ? Array.prototype.slice.call(form.querySelectorAll('input[name=pick]')) : [];
  var at = -1;
  var last = null;

  document.documentElement.classList.add('js');

  var all = null;
  var head = table && table.querySelector('thead .pick');
  var chosen = document.querySelector('.bulk .chosen');
  var bulk = document.getElementById('bulk');

  // count shows how many rows are ticked.
  function count() {
    var n = boxes.filter(function (b) { return b.checked; }).length;
    if (chosen) chosen.textContent = n ? chosen.getAttribute('data-chosen').replace('{0}', n) : '';
    if (bulk) bulk.classList.toggle('stuck', n > 0 && window.innerHeight > 640);
    if (all) {
      all.checked = n > 0 && n === boxes.length;
      all.indeterminate = n > 0 && n < boxes.length;
    }
  }

  if (head && boxes.length) {
    all = document.createElement('input');
    all.type = 'checkbox';
    all.setAttribute('aria-label', table.getAttribute('data-all'));
    head.appendChild(all);
    all.addEventListener('change', function () {
      boxes.forEach(function (b) { b.checked = all.checked; });
      count();
    });
  }

  boxes.forEach(function (box, i) {
    box.addEventListener('click', function (event) {
      if (event.shiftKey && last !== null) {
        for (var j = Math.min(i, last); j <= Math.max(i, last); j++) boxes[j].checked = box.checked;
      }
      last = i;
      count();
    });
  });
  count();

  // move makes another row the one that keys act on.
  function move(to) {
    if (to < 0 || to >= rows.length) return;
    if (rows[at]) rows[at].classList.remove('at');
    at = to;
    rows[at].classList.add('at');
    rows[at].querySelector('.task a').focus();
    if (rows[at].scrollIntoView) rows[at].scrollIntoView({ block: 'nearest' });
  }

  document.addEventListener('keydown', function (event) {
    if (event.ctrlKey || event.altKey || event.metaKey || /^(INPUT|SELECT|TEXTAREA|BUTTON)$/.test(event.target.tagName) && event.target.type !== 'checkbox') return;
    var box = rows[at] && rows[at].querySelector('input[name=pick]');
    if (event.key === 'j') move(at + 1);
    else if (event.key === 'k') move(at - 1);
    else if (event.key === 'x' && box) {
      box.checked = !box.checked;
      count();
    } else if (event.key === '/') {
      document.getElementById('q').focus();
    } else return;
    event.preventDefault();
  });
})();
