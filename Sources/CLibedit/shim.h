#pragma once
#if !__has_include(<histedit.h>)
#error "Lectern needs the system package libedit-dev (Debian: apt-get install libedit-dev)"
#endif
#include <histedit.h>
#include <stdio.h>
#include <wchar.h>

// Swift cannot call variadic C functions: each use of one has a typed name here.

typedef unsigned char (*lectern_key_function)(EditLine *, int);
typedef char *(*lectern_prompt_function)(EditLine *);
typedef int (*lectern_read_function)(EditLine *, wchar_t *);

// An editor on the process's own streams, with emacs keys (libedit's default is vi).
static inline EditLine *lectern_el_init(const char *program) {
  EditLine *el = el_init(program, stdin, stdout, stderr);
  if (el) el_set(el, EL_EDITOR, "emacs");
  return el;
}

// The prompt; `marker` stands around terminal escapes in it.
static inline int lectern_el_set_prompt(EditLine *el, lectern_prompt_function prompt, char marker) {
  return el_set(el, EL_PROMPT_ESC, prompt, marker);
}

static inline int lectern_el_set_signal(EditLine *el, int flag) { return el_set(el, EL_SIGNAL, flag); }

static inline int lectern_el_set_client_data(EditLine *el, void *data) { return el_set(el, EL_CLIENTDATA, data); }

static inline void *lectern_el_client_data(EditLine *el) {
  void *data = NULL;
  return el_get(el, EL_CLIENTDATA, &data) == 0 ? data : NULL;
}

static inline int lectern_el_set_reader(EditLine *el, lectern_read_function reader) { return el_set(el, EL_GETCFN, reader); }

static inline int lectern_el_add_function(EditLine *el, const char *name, const char *help, lectern_key_function function) {
  return el_set(el, EL_ADDFN, name, help, function);
}

static inline int lectern_el_bind(EditLine *el, const char *key, const char *function) {
  return el_set(el, EL_BIND, key, function, NULL);
}

static inline int lectern_el_prepare_terminal(EditLine *el, int raw) { return el_set(el, EL_PREP_TERM, raw); }

static inline int lectern_el_refresh(EditLine *el) { return el_set(el, EL_REFRESH); }

static inline int lectern_el_set_history(EditLine *el, History *list) { return el_set(el, EL_HIST, history, list); }

static inline int lectern_history_set_size(History *list, int size) {
  HistEvent event;
  return history(list, &event, H_SETSIZE, size);
}

// Drops an entry that repeats the one before it.
static inline int lectern_history_set_unique(History *list, int flag) {
  HistEvent event;
  return history(list, &event, H_SETUNIQUE, flag);
}

static inline int lectern_history_enter(History *list, const char *entry) {
  HistEvent event;
  return history(list, &event, H_ENTER, entry);
}

// How many columns a character takes; -1 for one that cannot be shown. The headers declare it only for X/Open programs.
extern int wcwidth(wchar_t character);
static inline int lectern_column_count(wchar_t character) { return wcwidth(character); }
