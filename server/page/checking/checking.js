// What the script adds to a form that is whole without it: one box at the head of
// each body's table ticks all of it. Plain language of 2015.
(function () {
  'use strict';

  Array.prototype.forEach.call(document.querySelectorAll('.readings'), function (table) {
    var boxes = Array.prototype.slice.call(table.querySelectorAll('input[name=pick]'));
    var place = table.querySelector('.all');
    if (!place || boxes.length < 2) return;
    var all = document.createElement('input');
    all.type = 'checkbox';
    all.setAttribute('aria-label', place.getAttribute('data-label'));
    place.appendChild(all);

    // show tells in the one box how many of the others are ticked.
    function show() {
      var n = boxes.filter(function (b) { return b.checked; }).length;
      all.checked = n === boxes.length;
      all.indeterminate = n > 0 && n < boxes.length;
    }

    all.addEventListener('change', function () {
      boxes.forEach(function (b) { b.checked = all.checked; });
      show();
    });
    boxes.forEach(function (b) { b.addEventListener('change', show); });
    show();
  });
})();
