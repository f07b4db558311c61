// All of the console's own script: drafts kept on this machine, a lost connection told, one press one deed.
(function () {
  "use strict";
  var who = document.body.dataset.who || "";
  var offline = document.getElementById("mat-mang");

  function key(form) { return "loa:" + who + ":" + form.dataset.draft; }
  function fields(form) {
    return Array.prototype.filter.call(form.elements, function (one) {
      return one.name && one.name !== "csrfmiddlewaretoken" && !/^(hidden|password|file|submit|button)$/.test(one.type);
    });
  }
  function words(form) {
    var kept = {};
    fields(form).forEach(function (one) {
      if (one.type === "checkbox" || one.type === "radio") { if (one.checked) { (kept[one.name] = kept[one.name] || []).push(one.value); } }
      else { kept[one.name] = one.value; }
    });
    return JSON.stringify(kept);
  }
  function put(form, text) {
    var kept = JSON.parse(text);
    fields(form).forEach(function (one) {
      if (one.type === "checkbox" || one.type === "radio") { one.checked = (kept[one.name] || []).indexOf(one.value) >= 0; }
      else if (one.name in kept) { one.value = kept[one.name]; }
    });
  }
  function store(deed) { try { return deed(window.localStorage); } catch (error) { return null; } } // a full or forbidden store

  function tell(isLost) { if (offline) { offline.hidden = !isLost; } }
  window.addEventListener("offline", function () { tell(true); });
  window.addEventListener("online", function () { tell(false); });
  document.body.addEventListener("htmx:sendError", function () { tell(true); });
  document.body.addEventListener("htmx:afterOnLoad", function () { tell(!navigator.onLine); }); // an answer may arrive late

  document.querySelectorAll("[data-draft-done]").forEach(function (note) {
    store(function (kept) { kept.removeItem("loa:" + who + ":" + note.dataset.draftDone); });
  });
  document.querySelectorAll("[data-sign-out]").forEach(function (form) {
    form.addEventListener("submit", function () {
      store(function (kept) {
        Object.keys(kept).forEach(function (name) { if (name.indexOf("loa:" + who + ":") === 0) { kept.removeItem(name); } });
      });
    });
  });

  document.querySelectorAll("form[data-draft]").forEach(function (form) {
    var first = words(form);
    var kept = store(function (all) { return all.getItem(key(form)); });
    var note = form.querySelector("[data-draft-note]");
    if (kept && kept !== first && note) {
      note.hidden = false;
      note.querySelector("[data-draft-take]").addEventListener("click", function () { put(form, kept); note.hidden = true; });
      note.querySelector("[data-draft-drop]").addEventListener("click", function () {
        store(function (all) { all.removeItem(key(form)); });
        note.hidden = true;
      });
    }
    form.addEventListener("input", function () {
      store(function (all) { all.setItem(key(form), words(form)); });
    });
  });

  // One press, one deed; the back button finds the form ready again.
  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (form.method !== "post") { return; }
    if (form.dataset.sent || !navigator.onLine) {
      event.preventDefault();
      tell(!navigator.onLine);
      return;
    }
    form.dataset.sent = "1";
  });
  document.body.addEventListener("htmx:afterRequest", function (event) { delete event.detail.elt.dataset.sent; });
  window.addEventListener("pageshow", function () {
    document.querySelectorAll("form[data-sent]").forEach(function (form) { delete form.dataset.sent; });
  });

  // The words of the row that is being corrected come into view in the document beside it.
  function showPlace() {
    document.querySelectorAll(".paper .here").forEach(function (line) { line.classList.remove("here"); });
    document.querySelectorAll("[data-place]").forEach(function (row) {
      var ends = row.dataset.place.split("-").map(Number);
      for (var number = ends[0]; number <= ends[1]; number += 1) {
        var line = document.getElementById("d" + number);
        if (line) { line.classList.add("here"); }
      }
    });
    var first = document.querySelector(".paper .here");
    var pane = first && first.closest(".pane");
    if (!pane || getComputedStyle(pane).position !== "sticky") { return; } // on a phone the form itself has the words
    pane.scrollTop += first.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 3;
  }
  if (document.querySelector("[data-place]")) { showPlace(); }
  document.body.addEventListener("htmx:afterSettle", function () {
    if (document.querySelector("[data-place], .paper .here")) { showPlace(); }
  });

  // A fragment that says the same again is left alone, so that nobody's place or focus moves; a hidden page rests.
  var last = {};
  document.body.addEventListener("htmx:beforeRequest", function (event) {
    if (document.hidden && event.detail.requestConfig.verb === "get") { event.preventDefault(); }
  });
  document.body.addEventListener("htmx:beforeSwap", function (event) {
    var path = event.detail.pathInfo.requestPath;
    if (last[path] === event.detail.serverResponse && event.detail.target.isConnected) { event.detail.shouldSwap = false; }
    last[path] = event.detail.serverResponse;
  });
}());
