// What the script adds to a form that is whole without it: a column copied from a
// sheet and pasted into one field fills the fields below it, and a second column
// the sentences beside them. Plain language of 2015.
(function () {
  'use strict';

  var form = document.getElementById('report');
  if (!form) return;
  var fields = Array.prototype.slice.call(form.querySelectorAll('.value'));

  // put fills a field as a hand would.
  function put(field, text) {
    field.value = text;
    field.classList.add('filled');
  }

  // sentence is the field for words beside a value.
  function sentence(field) {
    var block = field;
    while (block && !block.classList.contains('ask')) block = block.parentNode;
    return block && block.querySelector('textarea');
  }

  fields.forEach(function (field, at) {
    field.addEventListener('paste', function (e) {
      var data = e.clipboardData || window.clipboardData;
      var text = data ? data.getData('text').replace(/[\r\n]+$/, '') : '';
      if (!/[\t\n]/.test(text)) return; // one cell: the browser's own way
      e.preventDefault();
      text.split(/\r?\n/).slice(0, fields.length - at).forEach(function (line, i) {
        var cells = line.split('\t');
        var words = cells[1] && sentence(fields[at + i]);
        if (cells[0].trim()) put(fields[at + i], cells[0].trim());
        if (words && cells[1].trim()) put(words, cells[1].trim());
      });
    });
    field.addEventListener('keydown', function (e) {
      if (e.key !== 'Enter' || !fields[at + 1]) return; // as in a sheet: the next cell, and nothing is sent
      e.preventDefault();
      fields[at + 1].focus();
      fields[at + 1].select();
    });
  });
})();
