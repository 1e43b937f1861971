// What the script adds to a page that is whole without it: choosing an account
// fills the short form at once, keys go through the list, a task is split by
// choosing where, and words selected in the text become an account. Plain
// language of 2015.
(function () {
  'use strict';

  var panel = document.getElementById('panel');
  var text = document.getElementById('text');
  var list = document.getElementById('list');
  var items = Array.prototype.slice.call(list.querySelectorAll('.item'));
  var desk = window.matchMedia('(min-width: 800px)');

  document.documentElement.classList.add('js');

  function each(nodes, f) { Array.prototype.forEach.call(nodes, f); }

  function find(sel) { return panel ? panel.querySelector(sel) : null; }

  function chosen() {
    for (var i = 0; i < items.length; i++) if (items[i].classList.contains('at')) return i;
    return -1;
  }

  // show moves the text and the list to an item.
  function show(item) {
    var mark = document.getElementById(item.getAttribute('data-mark'));
    if (mark && desk.matches) {
      var top = mark.getBoundingClientRect().top + window.pageYOffset;
      window.scrollTo(window.pageXOffset, Math.max(0, top - window.innerHeight * 0.3));
    }
    var box = list.getBoundingClientRect();
    var own = item.getBoundingClientRect();
    if (own.top < box.top + 40 || own.bottom > box.bottom) list.scrollTop += own.top - box.top - 80;
  }

  function light(id, on) {
    each(text.querySelectorAll('[data-e="a-' + id + '"]'), function (m) { m.classList.toggle('at', on); });
  }

  function set(sel, value) {
    var node = find(sel);
    if (node) node.textContent = value;
  }

  function rows(item, name) {
    return (item.getAttribute(name) || '').split('\n').filter(Boolean).map(function (r) { return r.split('\t'); });
  }

  function add(parent, tag, name, words) {
    var node = document.createElement(tag);
    if (name) node.className = name;
    node.textContent = words;
    parent.appendChild(node);
    parent.appendChild(document.createTextNode(' '));
    return node;
  }

  // facts shows what is known of an item.
  function facts(item) {
    var tags = find('.tags');
    var ways = find('.tags .ways');
    each(panel.querySelectorAll('.fact'), function (f) { f.parentNode.removeChild(f); });
    rows(item, 'data-facts').forEach(function (r) { add(tags, 'span', 'fact', r[0]).lang = 'zh-CN'; });
    tags.appendChild(ways);
    var targets = find('.targets');
    targets.textContent = '';
    rows(item, 'data-targets').forEach(function (r) {
      var li = document.createElement('li');
      add(li, 'b', '', r[0]).lang = 'zh-CN';
      add(li, 'span', '', r[1]);
      targets.appendChild(li);
    });
  }

  function suggest(item) {
    var ul = find('.suggestions');
    ul.textContent = '';
    rows(item, 'data-suggestions').forEach(function (cells) {
      var li = document.createElement('li');
      var b = add(li, 'button', 'small', ul.getAttribute('data-lead'));
      b.type = 'submit';
      b.name = 'choose';
      b.value = cells[0];
      add(li, 'b', '', cells[1]).lang = 'zh-CN';
      add(li, 'span', 'reasons', cells[2]).lang = 'zh-CN';
      ul.appendChild(li);
    });
  }

  // choose makes an item the one that the short form is about. What the page
  // does not know of it, the server is asked for.
  function choose(item) {
    var link = item.querySelector('a');
    if (!panel || !find('.do-accept') || !item.getAttribute('data-live') || item.getAttribute('data-suggestions') === null) {
      window.location = link.href;
      return;
    }
    var was = items[chosen()];
    if (was) {
      was.classList.remove('at');
      light(was.getAttribute('data-id'), false);
    }
    var id = item.getAttribute('data-id');
    var task = item.querySelector('.what').textContent;
    item.classList.add('at');
    light(id, true);
    var path = panel.getAttribute('data-path').replace(/[^/]*$/, encodeURIComponent(id));
    panel.setAttribute('data-path', path);
    each(panel.querySelectorAll('form'), function (f) {
      f.setAttribute('action', path + f.getAttribute('action').replace(/^.*\//, '/'));
      f.elements.version.value = item.getAttribute('data-version');
    });
    set('.number', item.getAttribute('data-number'));
    set('.task', task);
    facts(item);
    find('.tags .st').className = 'st ' + item.getAttribute('data-class');
    set('.tags .st', item.getAttribute('data-state'));
    find('.whole').href = path;
    var see = find('.see');
    if (see) see.href = '#' + item.getAttribute('data-mark');
    find('.do-accept button').disabled = item.getAttribute('data-class') !== 'proposed';
    document.getElementById('task').value = task;
    document.getElementById('portions').value = task;
    document.getElementById('lead').value = item.querySelector('.leads').textContent;
    document.getElementById('supporting').value = item.getAttribute('data-supporting');
    document.getElementById('why-drop').value = '';
    var merge = find('.do-merge');
    merge.hidden = !item.getAttribute('data-next');
    merge.elements['with'].value = item.getAttribute('data-next');
    var label = merge.querySelector('button');
    label.textContent = label.getAttribute('data-label').replace('{0}', item.getAttribute('data-nextnumber'));
    each(panel.querySelectorAll('details'), function (d) { d.open = false; });
    suggest(item);
    scissors(task);
    panel.scrollTop = 0;
    if (window.history.replaceState) history.replaceState(null, '', link.href);
    show(item);
  }

  // scissors offers to cut the task behind its marks.
  function scissors(task) {
    var cuts = find('.cuts');
    var area = document.getElementById('portions');
    if (!cuts) return;
    var clauses = task.match(/[^，；。、：]*[，；。、：]?/g).filter(Boolean);
    var buttons = [];
    cuts.textContent = '';

    function write() {
      var lines = [''];
      clauses.forEach(function (c, i) {
        lines[lines.length - 1] += c;
        if (buttons[i] && buttons[i].getAttribute('aria-pressed') === 'true') lines.push('');
      });
      area.value = lines.map(function (l) { return l.replace(/[，；。、：]$/, ''); }).join('\n');
    }

    clauses.forEach(function (c, i) {
      cuts.appendChild(document.createTextNode(c));
      if (i === clauses.length - 1) return;
      var b = document.createElement('button');
      b.type = 'button';
      b.textContent = '✂';
      b.setAttribute('aria-label', cuts.getAttribute('data-cut') + ' ' + c);
      b.setAttribute('aria-pressed', 'false');
      b.addEventListener('click', function () {
        b.setAttribute('aria-pressed', b.getAttribute('aria-pressed') === 'true' ? 'false' : 'true');
        write();
      });
      cuts.appendChild(b);
      buttons.push(b);
    });
  }

  function move(by) {
    var to = chosen() + by;
    while (items[to] && items[to].hidden) to += by;
    if (items[to]) choose(items[to]);
  }

  // waiting chooses the next item that waits for review.
  function waiting() {
    var from = chosen();
    for (var i = 1; i <= items.length; i++) {
      var item = items[(from + i) % items.length];
      if (item.getAttribute('data-class') === 'proposed') {
        choose(item);
        return;
      }
    }
  }

  function open(sel, field) {
    var details = find(sel);
    if (!details) return;
    each(panel.querySelectorAll('details'), function (d) { d.open = false; });
    if (details.tagName === 'DETAILS') details.open = true;
    var node = field ? document.getElementById(field) : details.querySelector('textarea, input[type=text]');
    node.focus();
    if (node.select) node.select();
  }

  list.addEventListener('click', function (event) {
    var item = event.target.closest('.item');
    if (!item || event.ctrlKey || event.metaKey || event.shiftKey || !event.target.closest('a')) return;
    event.preventDefault();
    choose(item);
  });

  text.addEventListener('click', function (event) {
    if (window.getSelection && String(window.getSelection())) return;
    var mark = event.target.closest('[data-e], a[href^="#a-"]');
    var id = mark && (mark.getAttribute('data-e') || mark.getAttribute('href').slice(1));
    var item = id && document.getElementById(id);
    if (!item) return;
    event.preventDefault();
    choose(item);
    if (!desk.matches) panel.scrollIntoView();
  });

  // Words selected in the text become an account.
  var pickup = document.querySelector('.pickup');
  var words = document.getElementById('words');
  document.addEventListener('selectionchange', function () {
    var sel = window.getSelection();
    var said = String(sel).trim();
    var inside = said.length > 1 && sel.anchorNode && text.contains(sel.anchorNode) && text.contains(sel.focusNode);
    pickup.hidden = !inside;
    if (!inside) return;
    var box = sel.getRangeAt(0).getBoundingClientRect();
    pickup.style.left = Math.max(8, box.left + window.pageXOffset) + 'px';
    pickup.style.top = (box.bottom + window.pageYOffset + 8) + 'px';
  });
  pickup.addEventListener('mousedown', function (event) { event.preventDefault(); });
  pickup.addEventListener('click', function () {
    words.value = String(window.getSelection()).trim();
    document.getElementById('add').open = true;
    pickup.hidden = true;
    words.form.querySelector('button').focus();
    words.scrollIntoView({ block: 'nearest' });
  });

  document.addEventListener('keydown', function (event) {
    if (event.ctrlKey || event.altKey || event.metaKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) {
      if (event.key === 'Escape') event.target.blur();
      return;
    }
    var button = find('.do-accept button');
    var merge = find('.do-merge');
    if (event.key === 'a' && button && !button.disabled) button.click();
    else if (event.key === 'n') waiting();
    else if (event.key === 'j') move(1);
    else if (event.key === 'k') move(-1);
    else if (event.key === 'd') open('.do-drop', 'why-drop');
    else if (event.key === 'e') open('.do-edit', 'task');
    else if (event.key === 'l') open('.do-assign', 'lead');
    else if (event.key === 's') open('.do-split', 'portions');
    else if (event.key === 'm' && merge && !merge.hidden) merge.querySelector('button').focus();
    else return;
    event.preventDefault();
  });

  if (panel && find('.cuts')) scissors(find('.task').textContent);
  if (items[chosen()]) show(items[chosen()]);
})();
