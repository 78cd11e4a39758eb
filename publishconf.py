"""What differs where the site is published: the public edition, without restricted text."""

from pelicanconf import *

EDITION = "public"
