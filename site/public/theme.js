// Before the first paint: the reader's own choice of light or dark beats the device's.
(function () {
  var root = document.documentElement;
  try {
    var saved = localStorage.getItem('see-theme');
    if (saved === 'light' || saved === 'dark') root.dataset.theme = saved;
  } catch {
    // Storage may be switched off; then the device decides.
  }
  root.dataset.script = 'on';
  document.addEventListener('DOMContentLoaded', function () {
    var choice = document.querySelector('.theme');
    if (!choice) return;
    choice.hidden = false;
    var current = choice.querySelector('input[value="' + (root.dataset.theme || 'auto') + '"]');
    if (current) current.checked = true;
    choice.addEventListener('change', function (event) {
      var value = event.target.value;
      if (value === 'auto') delete root.dataset.theme;
      else root.dataset.theme = value;
      try {
        if (value === 'auto') localStorage.removeItem('see-theme');
        else localStorage.setItem('see-theme', value);
      } catch {
        // The choice then lasts for this page.
      }
    });
  });
})();
