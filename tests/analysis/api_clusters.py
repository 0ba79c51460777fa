"""Schools of 15 Californian districts (clusters) with their type and performance index in 2000, an
`n` where the school missed its target: the sample apiclus1 of R's survey package."""

DISTRICTS = """
H608 E684 E612 E710 E729 E714 E759 E585 E625 M664 M669
H443 E467 M482 E496
M411n E494
E493 M592n E550 M689 M598n E628 E652 E628 E832 E777 E709 E709n E736
E561 E555
H696n M631n E564 E602
H529 E491 E510 M547n
E814 E806 E715 E785 M720 E905 M617 E630 E629 E696 E476 E757 E825 E595 E552n M847
H714 H724 H687n H723 E662 E699n E807 M679 E691
E622 E754 E655 E764 E795 E505 E638n E733 E523 E511 E710 E657 E602 E490 E664n E651 E603 E698 E511
E814 E669 E711n E538 E705 E595 E551 E762 E521 E709 E780 E780 E722 E828 E737
H595n H661 E502 M614n E585 E582 M642 E536 E746 E667 E629n E745 E674 E637 E696 E632 E639 E745 E789
M656 E789
H517 H478 H582 E592 E587 E553 E516 E535 E566 E481n E472 E559 E610 E599 E551 E554 E561n E505n E492n
E504 E487 E627 E465 E529 E625 E436 E542 E515n M461 M528 M512 M508 E670 E760 E652 E546 E717
E701 E748 E735 M699n E685 E827 M711 E677 M759n E697 E742 E691 E700
E551
H703 E676 E714 E842 E824 E717 E836 M733 E719 M817 E749 E781
"""
# Lines that go on with the district before.
CONTINUED = {"E814 E669", "M656 E789", "E504 E487"}
TYPES = {"E": 4421.0, "H": 755.0, "M": 1018.0}
TARGETS = {"missed": 1072.0, "met": 5122.0}


def schools() -> list[tuple[int, str, str, float]]:
    """District, type, whether the target was met, index."""
    found: list[tuple[int, str, str, float]] = []
    district = 0
    for line in DISTRICTS.strip().splitlines():
        district += line[:9] not in CONTINUED
        for school in line.split():
            target = "missed" if school.endswith("n") else "met"
            found.append((district, school[0], target, float(school[1:4])))
    return found
