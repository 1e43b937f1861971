// What the script adds to a page that is whole without it: the list filters as
// one types, choosing an entry opens its card and moves the text to it, and
// keys move through the list. Plain language of 2015, for old browsers.
(function () {
  'use strict';

  var root = document.documentElement;
  var text = document.getElementById('text');
  var side = document.getElementById('list');
  var form = document.getElementById('filter');
  var list = side.querySelector('.entries');
  var found = side.querySelector('.found');
  var nothing = side.querySelector('.nothing');
  var search = document.getElementById('q');
  var section = document.getElementById('section');
  var opener = document.querySelector('.tolist');
  var groups = Array.prototype.slice.call(list.querySelectorAll('.g'));
  var entries = Array.prototype.slice.call(list.querySelectorAll('.e'));
  var all = found.textContent;
  var chosen = null;
  var readAbove = 0.28; // the share of the window above a line that one is moved to
  var margin = 34;      // pixels above an entry in the list, for its group's heading

  root.classList.add('js');

  function fold(s) {
    return (s.normalize ? s.normalize('NFKC') : s).toLowerCase();
  }

  // The text that the filter looks through, by the entry's place in the list.
  var lines = entries.map(function (e) {
    var parts = [e.getAttribute('data-w') || ''];
    ['.ti', '.va', '.fa'].forEach(function (part) {
      var node = e.querySelector('summary ' + part);
      if (node) parts.push(node.textContent.replace(/ · /g, ' '));
    });
    return fold(parts.join(' '));
  });

  function kind() {
    var checked = form.querySelector('input[name=kind]:checked');
    return checked ? checked.value : '';
  }

  function filter() {
    var k = kind();
    var s = section.value;
    var words = fold(search.value).split(/\s+/).filter(Boolean);
    var shown = 0;
    var at = 0;
    groups.forEach(function (g) {
      var inSection = s === '0' || g.getAttribute('data-s').split(' ').indexOf(s) >= 0;
      var any = false;
      var count = g.querySelectorAll('.e').length;
      for (var end = at + count; at < end; at++) {
        var e = entries[at];
        var line = lines[at];
        var show = inSection && (k === '' || e.getAttribute('data-k') === k) &&
          words.every(function (w) { return line.indexOf(w) >= 0; });
        e.hidden = !show;
        if (show) {
          any = true;
          shown++;
        }
      }
      g.hidden = !any;
    });
    found.textContent = shown === entries.length ? all
      : found.getAttribute('data-some').replace('{0}', shown).replace('{1}', entries.length);
    nothing.hidden = shown > 0;
    root.className = root.className.replace(/\bonly-\S+/g, '').trim() + (k ? ' only-' + k : '');
    remember(k, s);
  }

  // remember keeps the filter in the address, so that it can be passed on.
  function remember(k, s) {
    if (!window.history.replaceState || location.protocol === 'file:') return;
    var params = location.search.replace(/^\?/, '').split('&').filter(function (p) {
      return p && !/^(kind|section|q)=/.test(p);
    });
    if (k) params.push('kind=' + k);
    if (s !== '0') params.push('section=' + s);
    if (search.value) params.push('q=' + encodeURIComponent(search.value));
    history.replaceState(null, '', location.pathname + (params.length ? '?' + params.join('&') : '') + location.hash);
  }

  // marked are the entries that a finding is about; it has no mark of its own.
  function marked(entry) {
    var ids = entry.getAttribute('data-f');
    return ids ? ids.split(' ') : [];
  }

  function light(entry, on) {
    var id = entry.id;
    marked(entry).concat(id).forEach(function (of) {
      var marks = text.querySelectorAll('[data-e="' + of + '"], a[href="#' + of + '"]:not(.no)');
      for (var i = 0; i < marks.length; i++) marks[i].classList.toggle('on', on);
    });
  }

  function showInText(entry) {
    var mark = document.getElementById('t-' + (marked(entry)[0] || entry.id));
    if (!mark) return;
    var top = mark.getBoundingClientRect().top + window.pageYOffset;
    window.scrollTo(window.pageXOffset, Math.max(0, top - window.innerHeight * readAbove));
  }

  function showInList(entry) {
    var box = list.getBoundingClientRect();
    var own = entry.getBoundingClientRect();
    if (own.top < box.top + margin || own.bottom > box.bottom) {
      list.scrollTop += own.top - box.top - margin;
    }
  }

  // choose opens one entry's card, closes the one before, and shows the entry
  // in the text and in the list.
  function choose(entry, fromText) {
    if (chosen && chosen !== entry) {
      chosen.open = false;
      light(chosen, false);
    }
    chosen = entry;
    if (entry.hidden) reveal();
    if (fromText) root.classList.add('sheet');
    entry.open = true;
    light(entry, true);
    showInList(entry);
    showInText(entry);
  }

  // reveal clears a filter that would hide an entry chosen in the text.
  function reveal() {
    form.querySelector('input[name=kind][value=""]').checked = true;
    section.value = '0';
    search.value = '';
    filter();
  }

  function close() {
    if (chosen) {
      chosen.open = false;
      light(chosen, false);
    }
    chosen = null;
    root.classList.remove('sheet', 'one');
  }

  function entryOf(node) {
    var link = node.closest('a[href^="#"]');
    var id = link ? link.getAttribute('href').slice(1) : '';
    if (!link) {
      var span = node.closest('[data-e]');
      id = span ? span.getAttribute('data-e') : '';
    }
    var entry = id && document.getElementById(id);
    return entry && entry.classList.contains('e') ? entry : null;
  }

  text.addEventListener('click', function (event) {
    var picked = window.getSelection && String(window.getSelection());
    var entry = entryOf(event.target);
    if (!entry || (picked && !event.target.closest('a'))) return;
    event.preventDefault();
    root.classList.add('one');
    choose(entry, true);
  });

  list.addEventListener('click', function (event) {
    var summary = event.target.closest('summary');
    var go = event.target.closest('a.go');
    var entry = summary || go ? event.target.closest('.e') : entryOf(event.target);
    if (!entry) return;
    event.preventDefault();
    if (summary && entry.open) {
      entry.open = false;
      light(entry, false);
      if (chosen === entry) chosen = null;
      return;
    }
    choose(entry, false);
  });

  form.addEventListener('submit', function (event) {
    event.preventDefault();
    filter();
  });
  form.addEventListener('change', function (event) {
    filter();
    var head = event.target === section && document.getElementById('s' + section.value);
    if (head) head.scrollIntoView();
  });
  search.addEventListener('input', filter);

  opener.addEventListener('click', function (event) {
    event.preventDefault();
    root.classList.remove('one');
    root.classList.add('sheet');
    if (chosen) showInList(chosen);
  });
  side.querySelector('.close').addEventListener('click', close);

  function step(by) {
    var shown = entries.filter(function (e) { return !e.hidden; });
    if (!shown.length) return;
    var at = shown.indexOf(chosen);
    var next = at < 0 ? (by > 0 ? 0 : shown.length - 1) : Math.min(Math.max(at + by, 0), shown.length - 1);
    choose(shown[next], false);
    var summary = shown[next].querySelector('summary');
    try {
      summary.focus({ preventScroll: true });
    } catch (e) {
      summary.focus();
    }
  }

  document.addEventListener('keydown', function (event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    var typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (event.key === 'Escape') {
      if (typing) event.target.blur();
      else close();
      return;
    }
    if (typing) return;
    var inList = list.contains(event.target);
    if (event.key === 'j' || (inList && event.key === 'ArrowDown')) step(1);
    else if (event.key === 'k' || (inList && event.key === 'ArrowUp')) step(-1);
    else if (event.key === '/') {
      root.classList.add('sheet');
      root.classList.remove('one');
      search.focus();
      search.select();
    } else return;
    event.preventDefault();
  });

  // The contents show which section is being read.
  var links = Array.prototype.slice.call(document.querySelectorAll('.outline a'));
  if (window.IntersectionObserver && links.length) {
    var heads = links.map(function (a) { return document.getElementById(a.getAttribute('href').slice(1)); });
    var here = function () {
      var at = 0;
      heads.forEach(function (h, i) { if (h.getBoundingClientRect().top < window.innerHeight * 0.4) at = i; });
      links.forEach(function (a, i) { a.parentNode.classList.toggle('here', i === at); });
    };
    var observer = new IntersectionObserver(here, { rootMargin: '0px 0px -60% 0px' });
    heads.forEach(function (h) { observer.observe(h); });
    here();
  }

  filter();
  var start = location.hash && document.getElementById(location.hash.slice(1).replace(/^t-/, ''));
  if (start && start.classList.contains('e')) choose(start, false);
})();
