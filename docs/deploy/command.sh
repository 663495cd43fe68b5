#!/bin/bash
# /usr/local/sbin/viectinh: a command of ./run as the site's user with its settings, as in: viectinh restore --check FILE
how=--pipe
[ ! -t 0 ] || how=--pty
exec systemd-run --quiet --collect --wait "$how" --uid=viectinh --working-directory=/srv/viectinh \
  --property=EnvironmentFile=/etc/viectinh.env --property=UMask=0027 --setenv=SAMPLE=0 /srv/viectinh/run "$@"
