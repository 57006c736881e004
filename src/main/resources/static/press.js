/*
 * Says of a form that a person pressed its button. Only clicks that come from a finger, a mouse, a key or an aid such as a
 * screen reader are trusted by the browser; what a script does with click(), submit() or requestSubmit() is not
 * (docs/decisions/0023).
 */
(function () {
  'use strict';

  function pressed(form) {
    var field = document.createElement('input');
    field.type = 'hidden';
    field.name = 'pressed';
    field.value = 'yes';
    form.appendChild(field);
    // For this press only.
    setTimeout(function () { field.remove(); }, 0);
  }

  document.addEventListener('click', function (event) {
    if (!event.isTrusted || !(event.target instanceof Element)) {
      return;
    }
    var button = event.target.closest('button, input');
    if (button && button.form && (button.type === 'submit' || button.type === 'image')) {
      pressed(button.form);
    }
  }, true);
})();
