(function ($) {
  'use strict';
  $(function () {
    $('#boletim-lists').on('click', function () {
      $.post(ajaxurl, { action: 'boletim_lists', method: 'refresh' }, function (lists) {
        window.boletim.getLists(lists);
      });
    });
  });
  window.boletim = { getLists: function (lists) { return lists.map(function (l) { return l.title; }); } };
})(jQuery);
