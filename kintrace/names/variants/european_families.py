"""Names of families in Europe and Latin America."""

SOURCE = "own compilation from common usage"
TO_CHECK = "a native reader of Spanish, one of Portuguese, one of Italian and one of Greek"

FAMILIES = """
silva sylva
santos dossantos
oliveira oliveyra
pereira perreira
ferreira ferreyra
sousa souza
almeida
costa kosta
garcia garcía garzia
gonzalez gonzales gonzález
rodriguez rodrigues rodríguez
fernandez fernandes fernández
lopez lopes lópez
martinez martínez martines
sanchez sánchez sanches
perez pérez peres
gomez gómez gomes
hernandez hernández hernandes
jimenez jiménez gimenez ximenez
alvarez álvarez alvares
ramirez ramírez ramires
vasquez vazquez vásquez vázquez
dominguez domínguez domingues
gutierrez gutiérrez
suarez suárez soares
nunez núñez nunes
mendez méndez mendes
muller müller mueller
schmidt schmid schmitt
meyer meier mayer maier mayr
schroder schröder schroeder
weiss weiß
fischer
popescu
ionescu
papadopoulos Παπαδόπουλος
georgiou Γεωργίου
nowak novak nowack
kowalski kovalski kowalsky
"""
