// What the script adds to forms that are whole without it: a task is split by
// choosing where, instead of by line breaks. Plain language of 2015.
(function () {
  'use strict';

  document.documentElement.classList.add('js');

  Array.prototype.forEach.call(document.querySelectorAll('.cuts'), function (cuts) {
    var area = document.getElementById(cuts.getAttribute('data-into'));
    var clauses = Array.prototype.slice.call(cuts.querySelectorAll('span'));
    var buttons = [];

    // write puts the portions into the field, one a line.
    function write() {
      var lines = [''];
      clauses.forEach(function (c, i) {
        lines[lines.length - 1] += c.textContent;
        if (buttons[i] && buttons[i].getAttribute('aria-pressed') === 'true') lines.push('');
      });
      area.value = lines.map(function (l) { return l.replace(/[，；。、：]$/, ''); }).join('\n');
    }

    clauses.slice(0, -1).forEach(function (c) {
      var b = document.createElement('button');
      b.type = 'button';
      b.textContent = '✂';
      b.title = cuts.getAttribute('data-cut');
      b.setAttribute('aria-label', cuts.getAttribute('data-cut') + ' ' + c.textContent);
      b.setAttribute('aria-pressed', 'false');
      b.addEventListener('click', function () {
        b.setAttribute('aria-pressed', b.getAttribute('aria-pressed') === 'true' ? 'false' : 'true');
        write();
      });
      c.parentNode.insertBefore(b, c.nextSibling);
      buttons.push(b);
    });
  });
})();
